package dev.tagdrift.registry;

import dev.tagdrift.image.Descriptor;
import dev.tagdrift.image.Digest;
import dev.tagdrift.image.MediaType;
import dev.tagdrift.image.ResolvedImage;
import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.ResolutionFailure.BadAnswer;
import dev.tagdrift.resolve.ResolutionFailure.BadAnswer.Flaw;
import java.util.Optional;
import okhttp3.Request;

/**
 * Asks for manifests.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests">OCI
 *     distribution specification, Pulling manifests</a>
 */
final class Manifests {
    private static final long LIMIT = 4L * 1024 * 1024;

    /** Which types are listed decides which digest a registry tells (distribution#1444, #2395). */
    private static final String ACCEPTED = String.join(
            ", ",
            MediaType.OCI_INDEX.value(),
            MediaType.OCI_MANIFEST.value(),
            MediaType.DOCKER_INDEX.value(),
            MediaType.DOCKER_MANIFEST.value());

    private final Authorizer authorizer;
    private final Requests requests;
    private final StatusFailures failures;

    Manifests(Authorizer authorizer, Requests requests, StatusFailures failures) {
        this.authorizer = authorizer;
        this.requests = requests;
        this.failures = failures;
    }

    /**
     * What the headers tell, and only where they tell too little, or an error without its words, the body.
     *
     * <p>Known from go-containerregistry#971 (no digest) and watchtower#669 (HEAD not answered).
     */
    Answer<Descriptor> head(Pull pull) {
        return send(pull, requests.to(pull.url()).head()).then(answer -> told(pull, answer));
    }

    private Answer<Descriptor> told(Pull pull, Authorized answer) {
        return switch (answer.reply().status()) {
            case 200 ->
                told(pull, answer.reply())
                        .<Answer<Descriptor>>map(Answer.Found::new)
                        .orElseGet(() -> read(pull));
            case 404, 405, 501 -> read(pull);
            default -> new Answer.Failed<>(failures.of(pull.endpoint(), answer));
        };
    }

    /** The same, but what is not there is not asked for again to make sure of it. */
    Answer<Descriptor> glance(Pull pull) {
        return send(pull, requests.to(pull.url()).head())
                .then(answer -> answer.reply().status() == 404
                        ? new Answer.Failed<>(failures.of(pull.endpoint(), answer))
                        : told(pull, answer));
    }

    private Answer<Descriptor> read(Pull pull) {
        return get(pull).then(image -> new Answer.Found<>(image.descriptor()));
    }

    private static Optional<Descriptor> told(Pull pull, Reply reply) {
        MediaType type = type(reply);
        return digest(reply)
                .filter(digest -> pull.digest().isEmpty() || pull.digest().get().equals(digest))
                .filter(digest -> type.isIndex() || type.isManifest())
                .map(digest -> new Descriptor(digest, type));
    }

    Answer<ResolvedImage> get(Pull pull) {
        return send(pull, requests.to(pull.url()).get())
                .then(answer -> answer.reply().isSuccess()
                        ? body(pull, answer.reply())
                        : new Answer.Failed<>(failures.of(pull.endpoint(), answer)));
    }

    /** What is in hand is hashed: the header only tells by which algorithm, and only if the bytes agree. */
    private static Answer<ResolvedImage> body(Pull pull, Reply reply) {
        String registry = pull.endpoint().registry();
        byte[] bytes = reply.bytes();
        Digest digest = pull.digest()
                .or(() -> digest(reply).filter(told -> told.matches(bytes)))
                .orElseGet(() -> Digest.of(bytes));
        if (!digest.matches(bytes)) {
            String detail = "asked for %s, got %s".formatted(digest, Digest.of(bytes));
            return new Answer.Failed<>(new BadAnswer(registry, Flaw.DIGEST_MISMATCH, detail));
        }
        try {
            return new Answer.Found<>(ManifestCodec.read(bytes, digest, type(reply)));
        } catch (UnreadableDocumentException e) {
            return new Answer.Failed<>(e.asFailure(registry));
        }
    }

    private Answer<Authorized> send(Pull pull, Request.Builder request) {
        Request complete = request.header("Accept", ACCEPTED).build();
        return authorizer.send(pull.endpoint(), pull.endpoint().question(complete, LIMIT));
    }

    private static Optional<Digest> digest(Reply reply) {
        return reply.header("Docker-Content-Digest").map(String::strip).flatMap(Digest::parse);
    }

    private static MediaType type(Reply reply) {
        return new MediaType(reply.header("Content-Type").orElse("no media type"));
    }
}
