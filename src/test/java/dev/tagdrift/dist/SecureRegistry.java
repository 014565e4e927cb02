package dev.tagdrift.dist;

import dev.tagdrift.demo.EmbeddedRegistry;
import dev.tagdrift.demo.Request;
import dev.tagdrift.demo.Responder;
import dev.tagdrift.demo.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLSocketFactory;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import okio.Buffer;

/** The embedded registry over TLS and HTTP/2, as registries are met outside of tests. */
final class SecureRegistry implements AutoCloseable {
    private final HeldCertificate authority =
            new HeldCertificate.Builder().certificateAuthority(0).build();
    private final AtomicReference<Responder> answers =
            new AtomicReference<>(request -> Response.error(503, "UNAVAILABLE", "not started yet"));
    private final EmbeddedRegistry registry = EmbeddedRegistry.start(own -> {
        answers.set(own);
        return own;
    });
    private final MockWebServer front = new MockWebServer();

    SecureRegistry() throws IOException {
        front.useHttps(sockets());
        front.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return secured(request, answers.get().answer(plain(request)));
            }
        });
        front.start(InetAddress.getLoopbackAddress(), 0);
    }

    private SSLSocketFactory sockets() {
        HeldCertificate server = new HeldCertificate.Builder()
                .signedBy(authority)
                .addSubjectAlternativeName("localhost")
                .build();
        return new HandshakeCertificates.Builder()
                .heldCertificate(server, authority.certificate())
                .build()
                .sslSocketFactory();
    }

    private static Request plain(RecordedRequest request) {
        Map<String, String> headers = new TreeMap<>();
        request.getHeaders().forEach(header -> headers.put(header.getFirst(), header.getSecond()));
        return new Request(request.getMethod(), request.getUrl().encodedPath(), "", headers, "");
    }

    private static MockResponse secured(RecordedRequest request, Response response) {
        byte[] body = response.body().bytes();
        MockResponse.Builder builder = new MockResponse.Builder().code(response.status());
        if (request.getMethod().equals("HEAD")) {
            builder.addHeader("Content-Length", body.length);
        } else {
            builder.body(new Buffer().write(body));
        }
        response.headers().forEach(builder::setHeader);
        return builder.build();
    }

    /** Host and port, as they stand in a reference. */
    String host() {
        return "localhost:" + front.getPort();
    }

    /** Whom a client has to trust, in PEM. */
    String authority() {
        return authority.certificatePem();
    }

    /** What it has. */
    EmbeddedRegistry content() {
        return registry;
    }

    @Override
    public void close() {
        front.close();
        registry.close();
    }
}
