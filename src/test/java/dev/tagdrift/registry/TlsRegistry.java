package dev.tagdrift.registry;

import dev.tagdrift.image.Digest;
import dev.tagdrift.image.MediaType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** A registry over TLS and HTTP/2 that has every image, for who trusts its authority. */
final class TlsRegistry implements AutoCloseable {
    private static final byte[] MANIFEST = "{\"schemaVersion\":2,\"config\":{}}".getBytes(StandardCharsets.UTF_8);

    /** Who signs the registry's certificate. */
    final HeldCertificate authority = new HeldCertificate.Builder()
            .certificateAuthority(0)
            .commonName("authority")
            .build();

    private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
    private final MockWebServer server = new MockWebServer();

    private TlsRegistry(String name, boolean wantsCertificate, Function<RecordedRequest, MockResponse> answer)
            throws IOException {
        HeldCertificate own = new HeldCertificate.Builder()
                .signedBy(authority)
                .commonName(name)
                .addSubjectAlternativeName(name)
                .build();
        HandshakeCertificates.Builder handshake =
                new HandshakeCertificates.Builder().heldCertificate(own, authority.certificate());
        if (wantsCertificate) {
            handshake.addTrustedCertificate(authority.certificate());
            server.requireClientAuth();
        }
        server.useHttps(handshake.build().sslSocketFactory());
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                requests.add(request);
                return answer.apply(request);
            }
        });
        server.start();
    }

    static TlsRegistry named(String name) throws IOException {
        return new TlsRegistry(name, false, request -> image());
    }

    static TlsRegistry thatWantsCertificates() throws IOException {
        return new TlsRegistry("localhost", true, request -> image());
    }

    static TlsRegistry answering(Function<RecordedRequest, MockResponse> answer) throws IOException {
        return new TlsRegistry("localhost", false, answer);
    }

    static MockResponse image() {
        return new MockResponse(
                200,
                Headers.of(
                        "Content-Type",
                        MediaType.OCI_MANIFEST.value(),
                        "Docker-Content-Digest",
                        Digest.of(MANIFEST).toString()),
                "");
    }

    int port() {
        return server.getPort();
    }

    String host() {
        return "localhost:" + port();
    }

    List<RecordedRequest> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.close();
    }
}
