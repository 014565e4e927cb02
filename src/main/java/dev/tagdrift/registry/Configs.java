package dev.tagdrift.registry;

import dev.tagdrift.image.Descriptor;
import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageConfig;
import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.ResolutionFailure.BadAnswer;
import dev.tagdrift.resolve.ResolutionFailure.BadAnswer.Flaw;
import java.util.Set;
import okhttp3.Request;

/**
 * Asks for the configurations of images.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-blobs">OCI distribution
 *     specification, Pulling blobs</a>
 */
final class Configs {
    private static final long LIMIT = 4L * 1024 * 1024;

    private static final Set<String> TYPES =
            Set.of("application/vnd.oci.image.config.v1+json", "application/vnd.docker.container.image.v1+json");

    private final Authorizer authorizer;
    private final Requests requests;
    private final StatusFailures failures;

    Configs(Authorizer authorizer, Requests requests, StatusFailures failures) {
        this.authorizer = authorizer;
        this.requests = requests;
        this.failures = failures;
    }

    Answer<ImageConfig> get(Endpoint endpoint, Descriptor config) {
        Request request = requests.to(endpoint.blob(config.digest())).get().build();
        return authorizer
                .send(endpoint, endpoint.question(request, LIMIT))
                .then(answer -> answer.reply().isSuccess()
                        ? read(endpoint.registry(), config, answer.reply().bytes())
                        : new Answer.Failed<>(failures.of(endpoint, answer)));
    }

    private static Answer<ImageConfig> read(String registry, Descriptor config, byte[] bytes) {
        if (!config.digest().matches(bytes)) {
            String detail = "asked for %s, got %s".formatted(config.digest(), Digest.of(bytes));
            return new Answer.Failed<>(new BadAnswer(registry, Flaw.DIGEST_MISMATCH, detail));
        }
        try {
            return new Answer.Found<>(ConfigCodec.read(bytes));
        } catch (UnreadableDocumentException e) {
            return new Answer.Failed<>(failure(config, e).asFailure(registry));
        }
    }

    /** Charts, modules and other artifacts have manifests like images, but no such configuration (diun#1746). */
    private static UnreadableDocumentException failure(Descriptor config, UnreadableDocumentException e) {
        boolean ofImage = TYPES.contains(config.mediaType().value());
        return ofImage
                ? e
                : UnreadableDocumentException.unsupported(config.mediaType().value());
    }
}
