package dev.tagdrift.registry;

import dev.tagdrift.image.Digest;
import dev.tagdrift.image.MediaType;
import dev.tagdrift.image.Referrer;
import dev.tagdrift.resolve.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * Asks what refers to a manifest, for one request: the registry's own list, or, where it is known to keep none, the one
 * that clients keep under a tag.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/main/spec.md#listing-referrers">OCI
 *     distribution specification, Listing Referrers and Referrers Tag Schema</a>
 */
final class Referrers {
    /** Of a list in pages; far more than anybody attaches to one image. */
    static final int MOST_PAGES = 4;

    private static final long LIMIT = 4L * 1024 * 1024;
    private static final int LONGEST_ALGORITHM = 32;
    private static final int LONGEST_HASH = 64;

    private final Authorizer authorizer;
    private final Requests requests;
    private final StatusFailures failures;
    private final Set<Origin> withoutLists = ConcurrentHashMap.newKeySet();

    Referrers(Authorizer authorizer, Requests requests, StatusFailures failures) {
        this.authorizer = authorizer;
        this.requests = requests;
        this.failures = failures;
    }

    Answer<List<Referrer>> of(Endpoint endpoint, Digest subject) {
        if (withoutLists.contains(endpoint.origin())) {
            return underTag(endpoint, subject);
        }
        return send(endpoint, endpoint.referrers(subject))
                .then(answer -> switch (answer.reply().status()) {
                    case 404, 405, 501 -> {
                        withoutLists.add(endpoint.origin());
                        yield underTag(endpoint, subject);
                    }
                    default -> pages(endpoint, answer, MOST_PAGES);
                });
    }

    /** What a page lists is there, whatever becomes of the pages after it. */
    private Answer<List<Referrer>> pages(Endpoint endpoint, Authorized answer, int most) {
        return read(endpoint, answer).then(here -> {
            List<Referrer> all = new ArrayList<>(here);
            NextPage.of(answer.reply(), endpoint.origin())
                    .filter(next -> most > 1)
                    .map(next -> send(endpoint, next).then(page -> pages(endpoint, page, most - 1)))
                    .flatMap(Answer::found)
                    .ifPresent(all::addAll);
            return new Answer.Found<>(all);
        });
    }

    private Answer<List<Referrer>> underTag(Endpoint endpoint, Digest subject) {
        return send(endpoint, endpoint.manifest(tag(subject)))
                .then(answer ->
                        answer.reply().status() == 404 ? new Answer.Found<>(List.of()) : read(endpoint, answer));
    }

    private static String tag(Digest subject) {
        String text = subject.toString();
        int colon = text.indexOf(':');
        String algorithm = text.substring(0, Math.min(colon, LONGEST_ALGORITHM));
        String hash = text.substring(colon + 1, Math.min(text.length(), colon + 1 + LONGEST_HASH));
        return algorithm + "-" + hash;
    }

    private Answer<List<Referrer>> read(Endpoint endpoint, Authorized answer) {
        if (!answer.reply().isSuccess()) {
            return new Answer.Failed<>(failures.of(endpoint, answer));
        }
        try {
            return new Answer.Found<>(ReferrersCodec.read(answer.reply().bytes()));
        } catch (UnreadableDocumentException e) {
            return new Answer.Failed<>(e.asFailure(endpoint.registry()));
        }
    }

    /** Trouble with what few registries have is no sign that one is down. */
    private Answer<Authorized> send(Endpoint endpoint, HttpUrl url) {
        Request request = requests.to(url)
                .get()
                .header("Accept", MediaType.OCI_INDEX.value())
                .tag(Troubles.Tentative.class, new Troubles.Tentative())
                .build();
        return authorizer.send(endpoint, endpoint.question(request, LIMIT));
    }
}
