package dev.tagdrift.daemon;

import com.github.dockerjava.okhttp.OkDockerHttpClient;
import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.Answer.Failed;
import dev.tagdrift.resolve.Answer.Found;
import dev.tagdrift.resolve.LocalImage;
import dev.tagdrift.resolve.LocalImages;
import dev.tagdrift.resolve.ResolutionFailure.NoEngine;
import dev.tagdrift.resolve.ResolutionFailure.NoEngine.Hindrance;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Asks an engine about its images, one request for each. Of docker-java only the transport is used: the two answers that
 * matter here are read by {@link InspectCodec}, and nothing looks at the environment.
 */
public final class EngineClient implements LocalImages {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final int LIMIT = 16 << 20;

    private final URI host;
    private final DockerHttpClient http;

    private EngineClient(URI host, DockerHttpClient http) {
        this.host = host;
        this.http = http;
    }

    /**
     * A client of this engine; nothing is asked yet.
     *
     * @param host {@code unix:///path} or {@code tcp://host:port}
     * @param tls how to speak TLS, if it does
     */
    public static EngineClient of(URI host, Optional<SSLContext> tls) {
        return of(host, tls, ANSWER);
    }

    static EngineClient of(URI host, Optional<SSLContext> tls, Duration answer) {
        OkDockerHttpClient.Builder builder = new OkDockerHttpClient.Builder()
                .dockerHost(host)
                .connectTimeout(Math.toIntExact(CONNECT.toMillis()))
                .readTimeout(Math.toIntExact(answer.toMillis()));
        tls.ifPresent(context -> builder.sslConfig(() -> context));
        return new EngineClient(host, builder.build());
    }

    @Override
    public Answer<Optional<LocalImage>> find(String name) {
        Request request = Request.builder()
                .method(Request.Method.GET)
                .path("/images/" + escaped(name) + "/json")
                .build();
        try (Response response = http.execute(request);
                InputStream body = response.getBody()) {
            return read(response.getStatusCode(), body.readNBytes(LIMIT));
        } catch (IOException | RuntimeException e) {
            return new Failed<>(EngineFailures.of(host.toString(), e));
        }
    }

    private Answer<Optional<LocalImage>> read(int status, byte[] body) {
        if (status == 404) {
            return new Found<>(Optional.empty());
        }
        if (status != 200) {
            return new Failed<>(EngineFailures.status(host.toString(), status, InspectCodec.message(body)));
        }
        try {
            return new Found<>(Optional.of(InspectCodec.read(body)));
        } catch (IOException e) {
            return new Failed<>(new NoEngine(host.toString(), Hindrance.BAD_ANSWER, "it is no image"));
        }
    }

    /** The API wants slashes, colons and at signs as they are. */
    private static String escaped(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("%2F", "/")
                .replace("%3A", ":")
                .replace("%40", "@");
    }

    @Override
    public void close() {
        try {
            http.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
