package dev.tagdrift.registry;

import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.ResolutionFailure.BadAnswer;
import dev.tagdrift.resolve.ResolutionFailure.BadAnswer.Flaw;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okio.BufferedSource;
import okio.ByteString;

/** Makes one exchange over HTTP, without following, repeating or proving anything. */
final class Wire implements Sender, AutoCloseable {
    private final OkHttpClient http;
    private final NetworkFailures failures;

    Wire(Timeouts timeouts, Dns dns) {
        failures = new NetworkFailures(timeouts);
        http = new OkHttpClient.Builder()
                .socketFactory(new NoDelaySockets())
                .dns(dns)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(timeouts.connect())
                .readTimeout(timeouts.read())
                .callTimeout(timeouts.call())
                .build();
    }

    @Override
    public Answer<Reply> send(Question question) {
        try (Response response = http.newCall(question.request()).execute()) {
            return read(question, response);
        } catch (IOException e) {
            return new Answer.Failed<>(failures.of(question, e));
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

    private static Answer<Reply> read(Question question, Response response) throws IOException {
        BufferedSource source = response.body().source();
        boolean larger = source.request(question.limit() + 1);
        if (larger && response.code() == 200) {
            return new Answer.Failed<>(new BadAnswer(
                    question.registry(), Flaw.TOO_LARGE, "more than %d bytes".formatted(question.limit())));
        }
        ByteString body = larger ? source.readByteString(question.limit()) : source.readByteString();
        return new Answer.Found<>(new Reply(
                response.request().url(),
                response.code(),
                response.headers(),
                response.code() == 401 ? response.challenges() : List.of(),
                body));
    }

    /** Breaks what runs, and ends the threads that would hold the exit of the process. */
    @Override
    public void close() {
        http.dispatcher().cancelAll();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
