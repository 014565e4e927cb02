package dev.tagdrift.registry;

import dev.tagdrift.image.Descriptor;
import dev.tagdrift.image.Digest;
import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.BlobReader;
import dev.tagdrift.resolve.PassingBytes;
import dev.tagdrift.resolve.ResolutionFailure.BadAnswer;
import dev.tagdrift.resolve.ResolutionFailure.BadAnswer.Flaw;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Optional;
import okhttp3.Request;

/**
 * Asks for blobs that are too large to be kept, and hands them on as they come.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-blobs">OCI distribution
 *     specification, Pulling blobs</a>
 */
final class Blobs {
    private static final long LONGEST_ERROR = 64 * 1024;

    private final Authorizer authorizer;
    private final Requests requests;
    private final StatusFailures failures;

    Blobs(Authorizer authorizer, Requests requests, StatusFailures failures) {
        this.authorizer = authorizer;
        this.requests = requests;
        this.failures = failures;
    }

    <T> Answer<T> read(Endpoint endpoint, Descriptor blob, BlobReader<T> reader) {
        Reading<T> reading = new Reading<>(endpoint.registry(), blob.digest(), reader);
        Request request = requests.to(endpoint.blob(blob.digest())).get().build();
        return authorizer
                .send(endpoint, endpoint.question(request, LONGEST_ERROR).into(reading))
                .then(answer -> answer.reply().isSuccess()
                        ? reading.answer()
                        : new Answer.Failed<>(failures.of(endpoint, answer)));
    }

    /** What a reader makes of one blob. */
    private static final class Reading<T> implements Intake {
        private final String registry;
        private final Digest digest;
        private final BlobReader<T> reader;
        private Optional<Answer<T>> answer = Optional.empty();

        Reading(String registry, Digest digest, BlobReader<T> reader) {
            this.registry = registry;
            this.digest = digest;
            this.reader = reader;
        }

        @Override
        public boolean take(InputStream body) throws IOException {
            Hashed hashed = new Hashed(body, digest.hasher());
            T value = reader.read(hashed);
            boolean whole = hashed.atEnd;
            answer = Optional.of(whole && !digest.matches(hashed.hasher) ? mismatch() : new Answer.Found<>(value));
            return whole;
        }

        Answer<T> answer() {
            return answer.orElseThrow();
        }

        private Answer<T> mismatch() {
            return new Answer.Failed<>(
                    new BadAnswer(registry, Flaw.DIGEST_MISMATCH, "the bytes of %s have another".formatted(digest)));
        }
    }

    /** Hashes what is read, and knows whether that is all. */
    private static final class Hashed extends PassingBytes {
        private final InputStream body;
        private final MessageDigest hasher;
        private boolean atEnd;

        Hashed(InputStream body, MessageDigest hasher) {
            this.body = body;
            this.hasher = hasher;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = body.read(into, offset, length);
            if (count < 0) {
                atEnd = true;
            } else {
                hasher.update(into, offset, count);
            }
            return count;
        }
    }
}
