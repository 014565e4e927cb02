package dev.tagdrift.registry;

import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.ResolutionFailure;
import dev.tagdrift.resolve.ResolutionFailure.BadAnswer;
import dev.tagdrift.resolve.ResolutionFailure.BadAnswer.Flaw;
import dev.tagdrift.resolve.ResolutionFailure.Interrupted;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.Protocol;
import okhttp3.Response;
import okio.BufferedSource;
import okio.ByteString;
import okio.Okio;

/** Makes one exchange over HTTP, without following, repeating or proving anything. */
final class Wire implements Sender, AutoCloseable {
    private final HttpClients clients;
    private final Turnstile turnstile;
    private final Timeouts timeouts;
    private final Deadlines deadlines;
    private final NetworkFailures failures;
    private final Halt halt;
    private final Set<Call> underWay = ConcurrentHashMap.newKeySet();

    Wire(HttpClients clients, Turnstile turnstile, Timeouts timeouts, Deadlines deadlines, Halt halt) {
        this.clients = clients;
        this.turnstile = turnstile;
        this.timeouts = timeouts;
        this.deadlines = deadlines;
        this.halt = halt;
        this.failures = new NetworkFailures(timeouts, clients::proxyOf);
    }

    @Override
    public Answer<Reply> send(Question question) {
        if (halt.isOver()) {
            return new Answer.Failed<>(new Interrupted(question.registry()));
        }
        Duration left = deadlines.left(question);
        if (left.isZero()) {
            return new Answer.Failed<>(deadlines.passed(question));
        }
        boolean cut = question.intake().isPresent() || left.compareTo(timeouts.call()) < 0;
        try {
            Call call = clients.of(question).newCall(question.request());
            // Nothing of a millisecond would mean no limit at all.
            long millis = Math.max(1, (cut ? left : timeouts.call()).toMillis());
            call.timeout().timeout(millis, TimeUnit.MILLISECONDS);
            return read(question, call);
        } catch (IOException e) {
            return new Answer.Failed<>(
                    halt.isOver()
                            ? new Interrupted(question.registry())
                            : cut && deadlines.left(question).isZero()
                                    ? deadlines.passed(question)
                                    : failures.of(question, e));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            return interrupted(question);
        }
    }

    /** OkHttp is Kotlin: while it connects, an interrupt comes out of it as an exception that it does not declare. */
    private Answer<Reply> interrupted(Question question) {
        Thread.currentThread().interrupt();
        return new Answer.Failed<>(failures.of(question, new InterruptedIOException("interrupted")));
    }

    /** OkHttp forgets a call whose answer has begun; who interrupts it must not. */
    private Answer<Reply> read(Question question, Call call) throws IOException {
        underWay.add(call);
        try (Response response = Beginning.of(call, timeouts.call())) {
            if (halt.isOver()) {
                throw new IOException("the run is over");
            }
            return read(question, call, response);
        } finally {
            underWay.remove(call);
        }
    }

    private Answer<Reply> read(Question question, Call call, Response response) throws IOException {
        if (response.protocol() == Protocol.HTTP_2) {
            turnstile.widen(question);
        }
        if (question.intake().isPresent() && response.code() == 200) {
            take(question, question.intake().get(), call, response);
            return new Answer.Found<>(reply(response, ByteString.EMPTY));
        }
        BufferedSource source = question.intake().isPresent()
                // The call has all the time of the run, but an error must not trickle through it.
                ? Okio.buffer(Okio.source(transfer(question, response)))
                : response.body().source();
        boolean larger = source.request(question.limit() + 1);
        if (larger && response.code() == 200) {
            return new Answer.Failed<>(new BadAnswer(
                    question.registry(), Flaw.TOO_LARGE, "more than %d bytes".formatted(question.limit())));
        }
        ByteString body = larger ? source.readByteString(question.limit()) : source.readByteString();
        return new Answer.Found<>(reply(response, body));
    }

    /** What is not wanted is not waited for either: the connection is given up. */
    private void take(Question question, Intake intake, Call call, Response response) throws IOException {
        if (!intake.take(transfer(question, response))) {
            call.cancel();
        }
    }

    private InputStream transfer(Question question, Response response) {
        return new Transfer(response.body().byteStream(), question, deadlines, timeouts);
    }

    private static Reply reply(Response response, ByteString body) {
        return new Reply(
                response.request().url(),
                response.code(),
                asSent(response),
                response.code() == 401 ? response.challenges() : List.of(),
                body);
    }

    private static Headers asSent(Response response) {
        Headers.Builder headers = response.headers().newBuilder();
        if (response.code() == 408 || response.code() == 503) {
            headers.removeAll("Retry-After");
            Optional.ofNullable(response.header(OneExchange.RETRY_AFTER))
                    .ifPresent(asked -> headers.set("Retry-After", asked));
        }
        return headers.build();
    }

    /** Why a registry is asked no more, if the run is over. */
    Optional<ResolutionFailure> over(String registry) {
        return halt.isOver() ? Optional.of(new Interrupted(registry)) : deadlines.runPassed(registry);
    }

    /** Breaks what runs; what has not begun fails at once. */
    void interrupt() {
        halt.now();
        underWay.forEach(Call::cancel);
    }

    @Override
    public void close() {
        clients.close();
    }
}
