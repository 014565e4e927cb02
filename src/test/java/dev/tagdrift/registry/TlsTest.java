package dev.tagdrift.registry;

import static dev.tagdrift.registry.TestClients.reference;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.auth.CredentialStore;
import dev.tagdrift.resolve.ResolutionFailure;
import dev.tagdrift.resolve.ResolutionFailure.Unreachable;
import dev.tagdrift.resolve.ResolutionFailure.Unreachable.Obstacle;
import dev.tagdrift.settings.RegistrySettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.net.ssl.SSLException;
import okhttp3.HttpUrl;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is trusted over TLS, and that one connection carries many questions. */
final class TlsTest {
    @TempDir
    private Path folder;

    private final TestClients clients = new TestClients();

    private RegistryClient trusting(TlsRegistry registry, Trust trust) {
        return clients.over(
                new RegistryClient.Network(Proxies.NONE, trust, Optional.empty()),
                CredentialStore.ANONYMOUS,
                Map.of(registry.host(), new RegistrySettings(Optional.empty(), Optional.of(true))));
    }

    private Optional<ResolutionFailure> head(RegistryClient client, TlsRegistry registry, String name) {
        return client.head(reference(registry.host() + "/" + name)).failure();
    }

    private Path pem(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(Path.of(String.valueOf(file.getParent())));
        return Files.writeString(file, text);
    }

    private Path authority(TlsRegistry registry) throws IOException {
        return pem("ca.crt", "# the house's own\n" + registry.authority.certificatePem());
    }

    @Test
    void strangerIsNotTrusted() throws IOException {
        try (TlsRegistry registry = TlsRegistry.named("localhost");
                RegistryClient client = trusting(registry, Trust.USUAL)) {
            assertThat(obstacle(head(client, registry, "app:1"))).isEqualTo(Obstacle.TLS);
            assertThat(registry.requests()).isEmpty();
        }
    }

    @Test
    void certificateForAnotherNameIsNotTrusted() throws IOException {
        try (TlsRegistry registry = TlsRegistry.named("other.example.com");
                RegistryClient client = trusting(
                        registry,
                        new Trust(Optional.empty(), Map.of(registry.host(), authority(registry)), List.of()))) {
            assertThat(obstacle(head(client, registry, "app:1"))).isEqualTo(Obstacle.TLS);
        }
    }

    @Test
    void plainHttpIsNoTls() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            String host = "localhost:" + plain.getLocalPort();
            Thread.ofPlatform().daemon().start(() -> refuse(plain));
            try (RegistryClient client = clients.with(
                    CredentialStore.ANONYMOUS,
                    Map.of(host, new RegistrySettings(Optional.empty(), Optional.of(true))),
                    TestClients.LONG)) {
                assertThat(obstacle(client.head(reference(host + "/app:1")).failure()))
                        .isEqualTo(Obstacle.PLAIN_HTTP);
            }
        }
    }

    private static void refuse(ServerSocket plain) {
        try (Socket client = plain.accept()) {
            client.getInputStream().read();
            client.getOutputStream()
                    .write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            client.getInputStream().read(new byte[4096]);
        } catch (IOException e) {
            // the client has seen enough
        }
    }

    @Test
    void authorityOfOneRegistryIsTrustedThereAndNowhereElse() throws IOException {
        try (TlsRegistry registry = TlsRegistry.named("localhost")) {
            Path file = authority(registry);
            try (RegistryClient client =
                    trusting(registry, new Trust(Optional.empty(), Map.of(registry.host(), file), List.of()))) {
                assertThat(head(client, registry, "app:1")).isEmpty();
            }
            try (RegistryClient client =
                    trusting(registry, new Trust(Optional.empty(), Map.of("other.example.com", file), List.of()))) {
                assertThat(obstacle(head(client, registry, "app:1"))).isEqualTo(Obstacle.TLS);
            }
        }
    }

    @Test
    void authorityIsThatOfTheMirrorWhichIsAsked() throws IOException {
        try (TlsRegistry mirror = TlsRegistry.named("localhost")) {
            Trust trust = new Trust(Optional.empty(), Map.of("registry.example.com", authority(mirror)), List.of());
            Map<String, RegistrySettings> settings = Map.of(
                    "registry.example.com",
                    new RegistrySettings(Optional.of(URI.create("https://" + mirror.host())), Optional.empty()));
            try (RegistryClient client = clients.over(
                    new RegistryClient.Network(Proxies.NONE, trust, Optional.empty()),
                    CredentialStore.ANONYMOUS,
                    settings)) {
                assertThat(client.head(reference("registry.example.com/app:1")).failure())
                        .isEmpty();
            }
        }
    }

    @Test
    void emptyStoreIsNoBrokenConnection() {
        NetworkFailures failures = new NetworkFailures(TestClients.LONG, url -> Optional.empty());
        HttpUrl url = HttpUrl.get("https://a.example/");
        Question question =
                new Question("a.example", new Requests("test").to(url).build(), 1, Instant.MAX);
        for (IOException thrown : List.of(
                new SSLException(new RuntimeException("the trustAnchors parameter must be non-empty")),
                new SocketException("the trustAnchors parameter must be non-empty, closed"))) {
            Unreachable told = (Unreachable) failures.of(question, thrown);
            assertThat(told.obstacle()).isEqualTo(Obstacle.TLS);
            assertThat(told.detail()).contains("no authority at all is trusted").doesNotContain("trustAnchors");
        }
    }

    @Test
    void rootsOfSslCertFileAreTrustedEverywhere() throws IOException {
        try (TlsRegistry registry = TlsRegistry.named("localhost");
                RegistryClient client =
                        trusting(registry, new Trust(Optional.of(authority(registry)), Map.of(), List.of()))) {
            assertThat(head(client, registry, "app:1")).isEmpty();
        }
    }

    @Test
    void certsFolderSaysWhoIsTrustedAndWhoWeAre() throws IOException {
        try (TlsRegistry registry = TlsRegistry.thatWantsCertificates()) {
            HeldCertificate own = new HeldCertificate.Builder()
                    .signedBy(registry.authority)
                    .commonName("ci")
                    .build();
            pem(registry.host() + "/ca.crt", registry.authority.certificatePem());
            try (RegistryClient client = trusting(registry, new Trust(Optional.empty(), Map.of(), List.of(folder)))) {
                assertThat(head(client, registry, "app:1")).isPresent();
            }
            pem(registry.host() + "/client.cert", own.certificatePem());
            pem(registry.host() + "/client.key", own.privateKeyPkcs8Pem());
            try (RegistryClient client = trusting(registry, new Trust(Optional.empty(), Map.of(), List.of(folder)))) {
                assertThat(head(client, registry, "app:1")).isEmpty();
            }
        }
    }

    @Test
    void registryThatNoFolderCanBeNamedAfterHasNone() throws IOException {
        TlsContexts contexts = new TlsContexts(new Trust(Optional.empty(), Map.of(), List.of(folder)));
        assertThat(contexts.of("registry.example.com\0:5000")).isSameAs(contexts.of("registry.example.com"));
    }

    @Test
    void fileThatCannotBeUsedIsTold() throws IOException {
        try (TlsRegistry registry = TlsRegistry.named("localhost")) {
            for (Path file : List.of(folder.resolve("missing.crt"), pem("empty.crt", "nothing"))) {
                try (RegistryClient client =
                        trusting(registry, new Trust(Optional.empty(), Map.of(registry.host(), file), List.of()))) {
                    ResolutionFailure failure = head(client, registry, "app:1").orElseThrow();
                    assertThat(failure.toString()).contains(String.valueOf(file.getFileName()));
                    assertThat(obstacle(Optional.of(failure))).isEqualTo(Obstacle.TLS);
                }
            }
        }
    }

    @Test
    void manyQuestionsShareOneConnection() throws Exception {
        try (TlsRegistry registry = TlsRegistry.named("localhost");
                RegistryClient client = trusting(
                        registry,
                        new Trust(Optional.empty(), Map.of(registry.host(), authority(registry)), List.of()));
                ExecutorService threads = Executors.newFixedThreadPool(50)) {
            assertThat(head(client, registry, "first:1")).isEmpty();
            List<Future<Optional<ResolutionFailure>>> answers = IntStream.range(0, 200)
                    .mapToObj(number -> threads.submit(() -> head(client, registry, "r" + number + ":1")))
                    .toList();
            for (Future<Optional<ResolutionFailure>> answer : answers) {
                assertThat(answer.get()).isEmpty();
            }
            assertThat(registry.requests())
                    .hasSize(201)
                    .allSatisfy(
                            request -> assertThat(request.getConnectionIndex()).isZero());
        }
    }

    private static Obstacle obstacle(Optional<ResolutionFailure> failure) {
        return ((Unreachable) failure.orElseThrow()).obstacle();
    }
}
