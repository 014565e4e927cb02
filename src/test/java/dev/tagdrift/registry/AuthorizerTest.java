package dev.tagdrift.registry;

import static dev.tagdrift.registry.TestClients.CI;
import static dev.tagdrift.registry.TestClients.always;
import static dev.tagdrift.registry.TestClients.login;
import static dev.tagdrift.registry.TestClients.reference;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.auth.Credential;
import dev.tagdrift.auth.Secret;
import dev.tagdrift.demo.Request;
import dev.tagdrift.demo.Response;
import dev.tagdrift.image.Descriptor;
import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.ResolutionFailure;
import dev.tagdrift.resolve.ResolutionFailure.BadAnswer;
import dev.tagdrift.resolve.ResolutionFailure.Denied;
import dev.tagdrift.resolve.ResolutionFailure.Denied.Login;
import dev.tagdrift.resolve.ResolutionFailure.NotFound;
import dev.tagdrift.testing.FakeRegistry;
import dev.tagdrift.testing.Images;
import dev.tagdrift.testing.TokenService;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AuthorizerTest {
    private static final String HEAD_A = "HEAD /v2/team/a/manifests/1";
    private static final String HEAD_B = "HEAD /v2/team/b/manifests/1";
    private static final String TOKEN_A = "GET /token?service=fake&scope=repository%3Ateam%2Fa%3Apull";
    private static final String TOKEN_B = "GET /token?service=fake&scope=repository%3Ateam%2Fb%3Apull";

    private final TestClients clients = new TestClients();

    @AutoClose
    private FakeRegistry registry;

    @BeforeEach
    void start() throws IOException {
        registry = FakeRegistry.start();
        registry.push("team/a", "1", Images.single("a"));
        registry.push("team/b", "1", Images.single("b"));
    }

    @Test
    void anonymousTokenIsFetchedForEachRepositoryAndOnlyTheFirstIsChallenged() {
        registry.requireToken();
        try (RegistryClient client = clients.anonymous()) {
            assertThat(head(client, "a").found()).isPresent();
            assertThat(head(client, "b").found()).isPresent();
            assertThat(head(client, "a").found()).isPresent();
        }
        assertThat(registry.requests()).containsExactly(HEAD_A, TOKEN_A, HEAD_A, TOKEN_B, HEAD_B, HEAD_A);
    }

    @Test
    void expiredTokenIsReplaced() {
        TokenService service = registry.requireToken();
        try (RegistryClient client = clients.anonymous()) {
            assertThat(head(client, "a").found()).isPresent();
            service.expireTokens();
            registry.forgetRequests();
            assertThat(head(client, "a").found()).isPresent();
        }
        assertThat(registry.requests()).containsExactly(HEAD_A, TOKEN_A, HEAD_A);
    }

    @Test
    void passwordIsShownToTheTokenServiceOnly() {
        registry.requireToken("ci", "s3cret");
        try (RegistryClient client = clients.as(CI)) {
            assertThat(head(client, "a").found()).isPresent();
        }
        assertThat(registry.received())
                .filteredOn(request -> sends(request, "Basic "))
                .extracting(Request::path)
                .containsExactly("/token");
    }

    @Test
    void identityTokenIsExchanged() {
        registry.requireToken("ci", "s3cret");
        Credential identity = new Credential.IdentityToken(new Secret(TokenService.IDENTITY_TOKEN));
        try (RegistryClient client = clients.as(always(identity))) {
            assertThat(head(client, "a").found()).isPresent();
        }
        assertThat(registry.requests()).containsExactly(HEAD_A, "POST /token", HEAD_A);
        assertThat(registry.received().get(1).body())
                .contains("grant_type=refresh_token", "scope=repository%3Ateam%2Fa%3Apull", "service=fake");
    }

    @Test
    void registryTokenIsSentAsItIs() {
        registry.with((request, next) ->
                sends(request, "Bearer own") ? next.answer(request) : challenge("Bearer realm=\"/token\""));
        Credential own = new Credential.RegistryToken(new Secret("own"));
        try (RegistryClient client = clients.as(always(own))) {
            assertThat(head(client, "a").found()).isPresent();
        }
        assertThat(registry.requests()).containsExactly(HEAD_A, HEAD_A);
    }

    @Test
    void basicIsSentRightAwayOnceItWasAskedFor() {
        registry.requireLogin("ci", "s3cret");
        try (RegistryClient client = clients.as(CI)) {
            assertThat(head(client, "a").found()).isPresent();
            assertThat(head(client, "b").found()).isPresent();
        }
        assertThat(registry.requests()).containsExactly(HEAD_A, HEAD_A, HEAD_B);
    }

    @Test
    void refusalIsNotAskedAgain() {
        registry.requireLogin("ci", "s3cret");
        assertThat(denied(clients.anonymous()).login()).isEqualTo(Login.NONE);
        assertThat(registry.requests()).containsExactly(HEAD_A);
        registry.forgetRequests();
        assertThat(denied(clients.as(login("ci", "wrong"))).login()).isEqualTo(Login.REFUSED);
        assertThat(registry.requests()).containsExactly(HEAD_A, HEAD_A);
        assertThat(clients.waits()).isEmpty();
    }

    @Test
    void refusalOfTheTokenServiceTellsItsWords() {
        registry.requireToken("ci", "s3cret");
        assertThat(denied(clients.as(login("ci", "wrong"))))
                .isEqualTo(new Denied(registry.host(), Login.REFUSED, "incorrect username or password"));
        assertThat(denied(clients.anonymous()).login()).isEqualTo(Login.NONE);
    }

    @Test
    void tokenThatIsRefusedEndsIt() {
        registry.requireToken();
        registry.with((request, next) -> request.path().equals("/token")
                ? Response.of(200, "application/json", "{\"token\":\"useless\"}")
                : next.answer(request));
        assertThat(denied(clients.anonymous()).login()).isEqualTo(Login.NONE);
        assertThat(registry.requests()).containsExactly(HEAD_A, TOKEN_A, HEAD_A);
    }

    @Test
    void missingTagBehindLoginIsKnownToBeMissing() {
        registry.requireToken("ci", "s3cret");
        registry.deleteTag("team/a", "1");
        try (RegistryClient client = clients.as(CI)) {
            assertThat(head(client, "a").failure()).contains(new NotFound(registry.host(), true, true));
        }
    }

    @Test
    void anonymousTokenIsNoAuthentication() {
        registry.requireToken();
        registry.deleteTag("team/a", "1");
        try (RegistryClient client = clients.anonymous()) {
            assertThat(head(client, "a").failure()).contains(new NotFound(registry.host(), true, false));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer realm=\"/token\",service=\"fake\"",
                "bearer   service = fake , realm = \"/token\"",
                "Basic realm=\"a, b\", Bearer realm=\"/token\",service=\"fake\"",
                "Bearer scope=\"repository:user/image:pull\",service=\"fake\",realm=\"/token\"",
                "Negotiate, Bearer service=\"fake\",realm=\"/token\",error=\"invalid_token\""
            })
    void challengesAreReadAsGrammar(String header) {
        registry.requireToken();
        registry.with((request, next) -> {
            Response answer = next.answer(request);
            return answer.status() == 401 ? answer.with("WWW-Authenticate", header) : answer;
        });
        try (RegistryClient client = clients.anonymous()) {
            assertThat(head(client, "a").found()).isPresent();
        }
        assertThat(registry.requests()).containsExactly(HEAD_A, TOKEN_A, HEAD_A);
    }

    @Test
    void laterChallengeWins() {
        registry.requireToken();
        try (RegistryClient client = clients.as(CI)) {
            assertThat(head(client, "a").found()).isPresent();
            registry.heal();
            registry.requireLogin("ci", "s3cret");
            assertThat(head(client, "a").found()).isPresent();
        }
    }

    @Test
    void serviceMayBeMissingAndTheTokenMayHaveItsOtherName() {
        registry.with((request, next) -> {
            if (request.path().equals("/token")) {
                return Response.of(200, "application/json", "{\"access_token\":\"t\"}");
            }
            return sends(request, "Bearer t") ? next.answer(request) : challenge("Bearer realm=\"/token?a=b\"");
        });
        try (RegistryClient client = clients.anonymous()) {
            assertThat(head(client, "a").found()).isPresent();
        }
        assertThat(registry.requests())
                .containsExactly(HEAD_A, "GET /token?a=b&scope=repository%3Ateam%2Fa%3Apull", HEAD_A);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"token\":\"\"}", "{\"token\":\"a\\nb\"}", "<html>"})
    void answerWithoutTokenIsBad(String body) {
        registry.requireToken();
        registry.with((request, next) ->
                request.path().equals("/token") ? Response.of(200, "application/json", body) : next.answer(request));
        try (RegistryClient client = clients.anonymous()) {
            assertThat(head(client, "a").failure()).get().isInstanceOf(BadAnswer.class);
        }
    }

    @Test
    void tokenServiceThatFailsOnceIsAskedAgain() {
        registry.requireToken();
        registry.with(new OnceFor("/token"));
        try (RegistryClient client = clients.anonymous()) {
            assertThat(head(client, "a").found()).isPresent();
        }
        assertThat(registry.requests()).containsExactly(HEAD_A, TOKEN_A, TOKEN_A, HEAD_A);
    }

    @Test
    void plainTokenServiceElsewhereGetsNothing() {
        registry.with((request, next) -> challenge("Bearer realm=\"http://tokens.example.com/token\""));
        try (RegistryClient client = clients.as(CI)) {
            assertThat(head(client, "a").failure())
                    .contains(new BadAnswer(
                            registry.host(), BadAnswer.Flaw.REDIRECT, "token service at http://tokens.example.com:80"));
        }
    }

    @Test
    void manyThreadsAreChallengedOnceAndFetchOneToken() throws Exception {
        registry.requireToken();
        registry.delay(Duration.ofMillis(20));
        try (RegistryClient client = clients.anonymous();
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Answer<Descriptor>>> answers = IntStream.range(0, 8)
                    .mapToObj(number -> threads.submit(() -> head(client, "a")))
                    .toList();
            for (Future<Answer<Descriptor>> answer : answers) {
                assertThat(answer.get().found()).isPresent();
            }
        }
        assertThat(registry.requests()).hasSize(10).filteredOn(TOKEN_A::equals).hasSize(1);
    }

    private Denied denied(RegistryClient client) {
        try (client) {
            ResolutionFailure failure = head(client, "a").failure().orElseThrow();
            return (Denied) failure;
        }
    }

    private Answer<Descriptor> head(RegistryClient client, String name) {
        return client.head(reference(registry.reference("team/" + name + ":1")));
    }

    private static boolean sends(Request request, String authorization) {
        return request.header("Authorization")
                .filter(value -> value.startsWith(authorization))
                .isPresent();
    }

    private static Response challenge(String header) {
        return Response.error(401, "UNAUTHORIZED", "authentication required").with("WWW-Authenticate", header);
    }
}
