package dev.tagdrift.registry;

import static dev.tagdrift.registry.TestClients.CI;
import static dev.tagdrift.registry.TestClients.always;
import static dev.tagdrift.registry.TestClients.reference;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.auth.Credential;
import dev.tagdrift.auth.CredentialStore;
import dev.tagdrift.auth.Secret;
import dev.tagdrift.demo.Response;
import dev.tagdrift.image.Descriptor;
import dev.tagdrift.image.Digest;
import dev.tagdrift.image.MediaType;
import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.ResolutionFailure.AtMirror;
import dev.tagdrift.resolve.ResolutionFailure.BadAnswer;
import dev.tagdrift.resolve.ResolutionFailure.BadAnswer.Flaw;
import dev.tagdrift.resolve.ResolutionFailure.NotFound;
import dev.tagdrift.settings.RegistrySettings;
import dev.tagdrift.testing.FakeRegistry;
import dev.tagdrift.testing.Images;
import dev.tagdrift.testing.TokenService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import okhttp3.Dns;
import okhttp3.Headers;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two hosts: no credential of the one reaches the other, whatever redirects and realms say. */
final class CredentialSafetyTest {
    private static final Credential IDENTITY = new Credential.IdentityToken(new Secret(TokenService.IDENTITY_TOKEN));

    private final TestClients clients = new TestClients();

    @AutoClose
    private FakeRegistry own;

    @AutoClose
    private FakeRegistry other;

    @BeforeEach
    void start() throws IOException {
        own = FakeRegistry.start();
        other = FakeRegistry.start();
        own.push("app", "1", Images.single("a"));
        other.push("app", "1", Images.single("a"));
    }

    private void nothingReachedTheOther() {
        assertThat(other.received()).allSatisfy(request -> {
            assertThat(request.header("Authorization")).isEmpty();
            assertThat(request.toString() + request.headers() + request.body())
                    .doesNotContain("s3cret", TokenService.IDENTITY_TOKEN, "Bearer");
        });
    }

    private void redirect(int status, String target) {
        own.with((request, next) -> {
            Response answer = next.answer(request);
            return answer.status() == 200 && !request.path().equals("/token")
                    ? Response.of(status, "text/plain", "").with("Location", target)
                    : answer;
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirectCarriesNoPassword(int status) {
        own.requireLogin("ci", "s3cret");
        redirect(status, "http://" + other.host() + "/v2/app/manifests/1");
        try (RegistryClient client = clients.as(CI)) {
            assertThat(head(client, own.host()).found()).isPresent();
        }
        assertThat(other.requests()).isNotEmpty();
        nothingReachedTheOther();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirectCarriesNoToken(int status) {
        own.requireToken("ci", "s3cret");
        redirect(status, "http://" + other.host() + "/v2/app/manifests/1");
        try (RegistryClient client = clients.as(CI)) {
            assertThat(head(client, own.host()).found()).isPresent();
        }
        assertThat(other.requests()).isNotEmpty();
        nothingReachedTheOther();
    }

    @Test
    void redirectOfABlobCarriesNothing() {
        own.requireLogin("ci", "s3cret");
        redirect(307, "http://" + other.host() + "/blob?signature=abc");
        Descriptor config = new Descriptor(Digest.of(new byte[0]), new MediaType("application/json"));
        try (RegistryClient client = clients.as(CI)) {
            client.config(reference(own.reference("app:1")).repository(), config);
        }
        nothingReachedTheOther();
    }

    @Test
    void challengeOfARedirectTargetIsNotMet() {
        own.requireLogin("ci", "s3cret");
        other.requireToken("ci", "s3cret");
        redirect(307, "http://" + other.host() + "/v2/app/manifests/1");
        try (RegistryClient client = clients.as(CI)) {
            assertThat(head(client, own.host()).failure()).isPresent();
        }
        assertThat(other.requests()).noneMatch(line -> line.contains("/token"));
        nothingReachedTheOther();
    }

    @Test
    void loginIsNoProofOfWhatAnotherHostSays() {
        own.requireLogin("ci", "s3cret");
        redirect(307, "http://" + other.host() + "/v2/gone/manifests/1");
        try (RegistryClient client = clients.as(CI)) {
            assertThat(head(client, own.host()).failure()).contains(new NotFound(own.host(), true, false));
        }
    }

    @Test
    void tokenServiceThatRedirectsTakesNoPasswordAlong() {
        own.requireToken("ci", "s3cret");
        own.with((request, next) -> request.path().equals("/token")
                ? Response.of(307, "text/plain", "").with("Location", "http://" + other.host() + "/token")
                : next.answer(request));
        try (RegistryClient client = clients.as(CI)) {
            assertThat(head(client, own.host()).failure()).isPresent();
        }
        assertThat(other.requests()).isNotEmpty();
        nothingReachedTheOther();
    }

    @Test
    void identityTokenIsNotPostedElsewhere() {
        own.requireToken("ci", "s3cret");
        own.with((request, next) -> request.path().equals("/token")
                ? Response.of(307, "text/plain", "").with("Location", "http://" + other.host() + "/token")
                : next.answer(request));
        try (RegistryClient client = clients.as(always(IDENTITY))) {
            assertThat(flaw(head(client, own.host()))).isEqualTo(Flaw.REDIRECT);
        }
        assertThat(other.requests()).isEmpty();
    }

    @Test
    void tlsIsNotLeftForPlainHttp() throws IOException {
        MockResponse down =
                new MockResponse(307, Headers.of("Location", "http://" + other.host() + "/v2/app/manifests/1"), "");
        try (TlsRegistry tls = TlsRegistry.answering(request -> down)) {
            Path file = Files.createTempFile("authority", ".crt");
            Files.writeString(file, tls.authority.certificatePem());
            RegistryClient.Network network = new RegistryClient.Network(
                    Proxies.NONE, new Trust(Optional.of(file), Map.of(), List.of()), Optional.empty());
            try (RegistryClient client = clients.over(
                    network, CI, Map.of(tls.host(), new RegistrySettings(Optional.empty(), Optional.of(true))))) {
                assertThat(flaw(head(client, tls.host()))).isEqualTo(Flaw.REDIRECT);
            } finally {
                Files.delete(file);
            }
        }
        assertThat(other.requests()).isEmpty();
    }

    /** A registry with a public name; what its name, and others, stand for is up to the test. */
    private RegistryClient far(Dns dns, CredentialStore credentials) {
        var network = new RegistryClient.Network(Proxies.NONE, Trust.USUAL, Optional.empty(), dns);
        return clients.over(
                network, credentials, Map.of(farHost(), new RegistrySettings(Optional.empty(), Optional.of(false))));
    }

    private String farHost() {
        return "registry.example.com:" + port(own);
    }

    private static String port(FakeRegistry registry) {
        return registry.host().substring(registry.host().indexOf(':') + 1);
    }

    private static Dns allOnLoopback() {
        return name -> List.of(InetAddress.getLoopbackAddress());
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "inside.example.com", "169.254.169.254", "[::1]", "0.0.0.0"})
    void publicRegistryDoesNotLeadToThisMachine(String host) {
        redirect(307, "http://" + host + ":" + port(other) + "/v2/app/manifests/1");
        try (RegistryClient client = far(allOnLoopback(), CI)) {
            assertThat(flaw(head(client, farHost()))).isEqualTo(Flaw.REDIRECT);
        }
        assertThat(other.requests()).isEmpty();
    }

    @Test
    void nameThatIsFarWhenLookedAtAndNearWhenUsedLeadsNowhere() {
        AtomicInteger lookups = new AtomicInteger();
        Dns turning = name -> name.equals("turning.example.com") && lookups.getAndIncrement() == 0
                ? List.of(InetAddress.getByName("192.0.2.1"))
                : List.of(InetAddress.getLoopbackAddress());
        redirect(307, "http://turning.example.com:" + port(other) + "/v2/app/manifests/1");
        try (RegistryClient client = far(turning, CI)) {
            assertThat(flaw(head(client, farHost()))).isEqualTo(Flaw.REDIRECT);
        }
        assertThat(lookups.get()).isGreaterThan(1);
        assertThat(other.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%s/token",
                "https://127.0.0.1:%s/token",
                "http://tokens.example.com:%s/token",
                "https://inside.example.com:%s/token",
                "//inside.example.com:%s/token"
            })
    void realmThatIsNotToBeTrustedGetsNothing(String realm) {
        String address = realm.formatted(port(other));
        own.with((request, next) -> Response.error(401, "UNAUTHORIZED", "no")
                .with("WWW-Authenticate", "Bearer realm=\"" + address + "\",service=\"x\""));
        for (CredentialStore credentials : List.of(CI, always(IDENTITY))) {
            try (RegistryClient client = far(allOnLoopback(), credentials)) {
                assertThat(flaw(head(client, farHost()))).isEqualTo(Flaw.REDIRECT);
            }
        }
        assertThat(other.requests()).isEmpty();
    }

    @Test
    void realmOnTheRegistryItselfIsTrusted() {
        own.requireToken("ci", "s3cret");
        own.with((request, next) -> {
            Response answer = next.answer(request);
            return answer.status() == 401
                    ? answer.with("WWW-Authenticate", "Bearer realm=\"/token\",service=\"fake\"")
                    : answer;
        });
        try (RegistryClient client = far(allOnLoopback(), CI)) {
            assertThat(head(client, farHost()).found()).isPresent();
        }
    }

    @Test
    void credentialsOfOneRegistryAreNotForAnother() {
        own.requireLogin("ci", "s3cret");
        other.requireLogin("ci", "s3cret");
        CredentialStore onlyOwn =
                repository -> repository.registry().equals(own.host()) ? CI.find(repository) : Optional.empty();
        try (RegistryClient client = clients.as(onlyOwn)) {
            assertThat(head(client, own.host()).found()).isPresent();
            assertThat(head(client, other.host()).failure()).isPresent();
        }
        nothingReachedTheOther();
    }

    /** Port 80 cannot be listened on by everybody, so a proxy stands for it. */
    @Test
    void loginOfAHostIsNotSentToItsPlainPort() {
        own.requireLogin("ci", "s3cret");
        CredentialStore kept = repository ->
                repository.registry().equals("cache.example.com") ? CI.find(repository) : Optional.empty();
        Map<String, RegistrySettings> settings = Map.of(
                "docker.io",
                new RegistrySettings(Optional.of(URI.create("http://cache.example.com")), Optional.empty()));
        var network = new RegistryClient.Network(
                Proxies.of(Map.of("HTTP_PROXY", "http://" + own.host())), Trust.USUAL, Optional.empty());
        try (RegistryClient client = clients.over(network, kept, settings)) {
            assertThat(client.head(reference("app:1")).failure()).get().isInstanceOf(AtMirror.class);
        }
        assertThat(own.received())
                .isNotEmpty()
                .allSatisfy(
                        request -> assertThat(request.header("Authorization")).isEmpty());
    }

    private static Answer<Descriptor> head(RegistryClient client, String host) {
        return client.head(reference(host + "/app:1"));
    }

    private static Flaw flaw(Answer<Descriptor> answer) {
        return ((BadAnswer) answer.failure().orElseThrow()).flaw();
    }
}
