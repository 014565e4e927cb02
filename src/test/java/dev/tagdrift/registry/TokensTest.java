package dev.tagdrift.registry;

import static dev.tagdrift.registry.TestClients.CI;
import static dev.tagdrift.registry.TestClients.always;
import static dev.tagdrift.registry.TestClients.login;
import static dev.tagdrift.registry.TestClients.reference;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.auth.Credential;
import dev.tagdrift.auth.CredentialStore;
import dev.tagdrift.auth.Secret;
import dev.tagdrift.demo.Request;
import dev.tagdrift.demo.Response;
import dev.tagdrift.image.Repository;
import dev.tagdrift.resolve.ResolutionFailure.Denied;
import dev.tagdrift.resolve.ResolutionFailure.Denied.Login;
import dev.tagdrift.resolve.ResolutionFailure.NotFound;
import dev.tagdrift.settings.RegistrySettings;
import dev.tagdrift.testing.FakeRegistry;
import dev.tagdrift.testing.Images;
import dev.tagdrift.testing.TokenService;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many tokens are fetched for how many repositories, and how often a login is shown. */
final class TokensTest {
    private final TestClients clients = new TestClients();

    @AutoClose
    private FakeRegistry registry;

    @BeforeEach
    void start() throws IOException {
        registry = FakeRegistry.start();
    }

    private List<Repository> push(int count) {
        return IntStream.range(0, count)
                .mapToObj("team/r%02d"::formatted)
                .peek(name -> registry.push(name, "1", Images.single(name)))
                .map(name -> new Repository(registry.host(), name))
                .toList();
    }

    private void askAll(CredentialStore credentials, List<Repository> repositories) {
        try (RegistryClient client = clients.as(credentials)) {
            client.expect(repositories);
            repositories.forEach(one ->
                    assertThat(client.head(reference(one + ":1")).found()).isPresent());
        }
    }

    private long tokens() {
        return registry.requests().stream()
                .filter(line -> line.contains("/token"))
                .count();
    }

    private long others() {
        return registry.requests().size() - tokens();
    }

    @Test
    void oneTokenServesTwentyRepositories() {
        List<Repository> repositories = push(41);
        registry.with(GrantingTokens.all());
        askAll(CredentialStore.ANONYMOUS, repositories);
        assertThat(tokens()).isEqualTo(3);
        assertThat(others()).isEqualTo(42);
    }

    @Test
    void whatIsNotGrantedIsAskedForAloneAndWithoutARefusal() {
        List<Repository> repositories = push(5);
        registry.with(GrantingTokens.allBut("r03"));
        askAll(CredentialStore.ANONYMOUS, repositories);
        assertThat(tokens()).isEqualTo(2);
        assertThat(others()).isEqualTo(6);
    }

    @Test
    void tokenThatCannotBeReadServesTheFirstOnlyAndSeveralAreNotAskedForAgain() {
        List<Repository> repositories = push(30);
        registry.with(GrantingTokens.firstOnly());
        askAll(CredentialStore.ANONYMOUS, repositories);
        assertThat(tokens()).isEqualTo(30);
        assertThat(others()).isEqualTo(31);
    }

    @ParameterizedTest
    @CsvSource({"403, 1", "400, 1", "500, 3"})
    void refusalOfSeveralFallsBackToSingleOnesAtOnce(int status, int attempts) {
        List<Repository> repositories = push(3);
        registry.with(GrantingTokens.all());
        registry.with((request, next) -> request.query().split("scope=", -1).length > 2
                ? Response.error(status, "DENIED", "requested access to the resource is denied")
                : next.answer(request));
        askAll(CredentialStore.ANONYMOUS, repositories);
        assertThat(tokens()).isEqualTo(3 + attempts);
        assertThat(others()).isEqualTo(4);
    }

    @Test
    void loginWhoseTokenGrantsNothingProvesNothing() {
        push(1);
        registry.with(GrantingTokens.nothing());
        try (RegistryClient client = clients.as(CI)) {
            assertThat(client.head(reference(registry.reference("team/none:1"))).failure())
                    .contains(new NotFound(registry.host(), true, false));
        }
    }

    @Test
    void serversThatFailForSeveralAreAskedForSingleOnes() throws IOException {
        try (FakeRegistry service = FakeRegistry.start();
                FakeRegistry second = FakeRegistry.start();
                FakeRegistry third = FakeRegistry.start();
                RegistryClient client = clients.anonymous()) {
            GrantingTokens tokens = GrantingTokens.all();
            service.with(tokens);
            service.with((request, next) -> request.query().split("scope=", -1).length > 2
                    ? Response.error(502, "UNKNOWN", "too much")
                    : next.answer(request));
            for (FakeRegistry one : List.of(registry, second, third)) {
                one.push("team/a", "1", Images.single("a"));
                one.push("team/b", "1", Images.single("b"));
                one.with(tokens);
                one.with((request, next) -> {
                    Response answer = next.answer(request);
                    return answer.status() == 401
                            ? answer.with("WWW-Authenticate", "Bearer realm=\"http://" + service.host() + "/token\"")
                            : answer;
                });
                client.expect(List.of(new Repository(one.host(), "team/a"), new Repository(one.host(), "team/b")));
            }
            for (FakeRegistry one : List.of(registry, second, third)) {
                assertThat(client.head(reference(one.reference("team/a:1"))).found())
                        .isPresent();
            }
        }
    }

    @Test
    void repositoriesOfDifferentLoginsDoNotShareATokenNorAnother() {
        List<Repository> repositories = push(4);
        registry.with(GrantingTokens.all());
        CredentialStore byName = repository -> login(
                        repository.path().endsWith("0") || repository.path().endsWith("1") ? "a" : "b", "s3cret")
                .find(repository);
        askAll(byName, repositories);
        assertThat(registry.received().stream()
                        .filter(request -> request.path().equals("/token"))
                        .map(request -> request.header("Authorization").orElse("")))
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void tokenThatIsOverIsRenewedBeforeItIsRefused() {
        push(1);
        registry.requireToken();
        Clock hurried = new Clock() {
            private Instant now = TestClients.NOW;

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                now = now.plus(Duration.ofSeconds(40));
                return now;
            }
        };
        RegistryClient.Pace pace = new RegistryClient.Pace(
                Patience.usual(() -> 1),
                new Timeouts(Duration.ofSeconds(9), Duration.ofSeconds(9), Duration.ofSeconds(9), Duration.ofDays(1)),
                hurried,
                wait -> {});
        try (RegistryClient client =
                RegistryClient.create(CredentialStore.ANONYMOUS, Map.<String, RegistrySettings>of(), "test", pace)) {
            for (int i = 0; i < 6; i++) {
                assertThat(client.head(reference(registry.reference("team/r00:1")))
                                .found())
                        .isPresent();
            }
        }
        assertThat(tokens()).isGreaterThan(1);
        assertThat(registry.requests())
                .filteredOn(line -> line.startsWith("HEAD"))
                .hasSize(7);
    }

    @Test
    void loginThatTheTokenServiceRefusesIsShownOnce() {
        List<Repository> repositories = push(4);
        registry.requireToken("ci", "s3cret");
        try (RegistryClient client = clients.as(login("ci", "wrong"))) {
            assertThat(repositories)
                    .allSatisfy(one -> assertThat(
                                    client.head(reference(one + ":1")).failure())
                            .contains(new Denied(registry.host(), Login.REFUSED, "incorrect username or password")));
        }
        assertThat(shown("Basic ")).isEqualTo(1);
    }

    @Test
    void loginThatTheRegistryRefusesIsShownOnce() {
        List<Repository> repositories = push(4);
        registry.requireLogin("ci", "s3cret");
        try (RegistryClient client = clients.as(login("ci", "wrong"))) {
            assertThat(repositories)
                    .allSatisfy(
                            one -> assertThat(client.head(reference(one + ":1")).failure())
                                    .get()
                                    .isInstanceOf(Denied.class));
        }
        assertThat(shown("Basic ")).isEqualTo(1);
    }

    @Test
    void loginThatIsGoodElsewhereIsNotGivenUpForOneRefusal() {
        List<Repository> repositories = push(3);
        registry.requireLogin("ci", "s3cret");
        registry.with((request, next) -> request.path().contains("r01")
                ? Response.error(401, "UNAUTHORIZED", "no").with("WWW-Authenticate", "Basic realm=\"x\"")
                : next.answer(request));
        try (RegistryClient client = clients.as(CI)) {
            assertThat(repositories.stream()
                            .map(one ->
                                    client.head(reference(one + ":1")).found().isPresent()))
                    .containsExactly(true, false, true);
        }
    }

    @Test
    void identityTokenIsSentByGetWhereThereIsNoPost() {
        push(1);
        registry.requireToken("", TokenService.IDENTITY_TOKEN);
        registry.with((request, next) -> request.method().equals("POST")
                ? Response.error(405, "UNSUPPORTED", "no POST here")
                : next.answer(request));
        Credential identity = new Credential.IdentityToken(new Secret(TokenService.IDENTITY_TOKEN));
        askAll(always(identity), List.of(new Repository(registry.host(), "team/r00")));
        assertThat(registry.requests()).anyMatch(line -> line.startsWith("POST /token"));
    }

    private long shown(String beginning) {
        return registry.received().stream()
                .map((Request request) -> request.header("Authorization").orElse(""))
                .filter(value -> value.startsWith(beginning))
                .count();
    }
}
