package dev.tagdrift.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ServerSocketFactory;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okhttp3.tls.HeldCertificate;

/**
 * A token service over TLS and HTTP/2 that lets anybody pull, with tokens that Distribution takes.
 *
 * @see <a href="https://distribution.github.io/distribution/spec/auth/jwt/">Token Authentication Implementation</a>
 */
final class Tokens implements AutoCloseable {
    static final String SERVICE = "bench-registry";
    static final String ISSUER = "bench-issuer";

    private static final int LIFETIME = 300;

    private final HeldCertificate signer =
            new HeldCertificate.Builder().certificateAuthority(0).rsa2048().build();
    private final MockWebServer server = new MockWebServer();

    Tokens(Trust trust) throws IOException {
        server.setServerSocketFactory(new NoDelay());
        server.useHttps(trust.sockets());
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return new MockResponse.Builder()
                        .addHeader("Content-Type", "application/json")
                        .body("{\"token\":\"%s\",\"expires_in\":%d}".formatted(token(request.getUrl()), LIFETIME))
                        .build();
            }
        });
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    int port() {
        return server.getPort();
    }

    /** How many tokens were asked for so far. */
    int requests() {
        return server.getRequestCount();
    }

    /** What Distribution needs to know the signature. */
    String certificate() {
        return signer.certificatePem();
    }

    private String token(HttpUrl url) {
        long now = Instant.now().getEpochSecond();
        String scopes = url.queryParameterValues("scope").stream()
                .flatMap(scope -> Arrays.stream(String.valueOf(scope).split(" ", -1)))
                .map(scope -> List.of(scope.split(":", 3)))
                .map(scope ->
                        "{\"type\":\"repository\",\"name\":\"%s\",\"actions\":[\"pull\"]}".formatted(scope.get(1)))
                .collect(Collectors.joining(","));
        String head = "{\"typ\":\"JWT\",\"alg\":\"RS256\",\"x5c\":[\"%s\"]}".formatted(encodedCertificate());
        String claims = "{\"iss\":\"%s\",\"sub\":\"\",\"aud\":\"%s\",\"exp\":%d,\"nbf\":%d,\"iat\":%d,\"access\":[%s]}"
                .formatted(ISSUER, SERVICE, now + LIFETIME, now - 10, now, scopes);
        String signed = Stream.of(head, claims)
                .map(part -> encoded(part.getBytes(StandardCharsets.UTF_8)))
                .collect(Collectors.joining("."));
        return signed + "." + encoded(signature(signed));
    }

    private String encodedCertificate() {
        try {
            return Base64.getEncoder().encodeToString(signer.certificate().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] signature(String text) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(signer.keyPair().getPrivate());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public void close() {
        server.close();
    }

    /** The server's sockets would wait for acknowledgements, 40 ms at a time. */
    private static final class NoDelay extends ServerSocketFactory {
        @Override
        public ServerSocket createServerSocket() throws IOException {
            return new ServerSocket() {
                @Override
                public Socket accept() throws IOException {
                    Socket socket = super.accept();
                    socket.setTcpNoDelay(true);
                    return socket;
                }
            };
        }

        @Override
        public ServerSocket createServerSocket(int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog, InetAddress address) {
            throw new UnsupportedOperationException();
        }
    }
}
