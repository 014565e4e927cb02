package dev.tagdrift.registry;

import static dev.tagdrift.registry.TestClients.always;
import static dev.tagdrift.registry.TestClients.login;
import static dev.tagdrift.registry.TestClients.reference;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.auth.Credential;
import dev.tagdrift.auth.CredentialStore;
import dev.tagdrift.auth.Secret;
import dev.tagdrift.demo.Request;
import dev.tagdrift.demo.Response;
import dev.tagdrift.image.Descriptor;
import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.Quota;
import dev.tagdrift.resolve.ResolutionFailure.Denied;
import dev.tagdrift.resolve.ResolutionFailure.Denied.Login;
import dev.tagdrift.resolve.ResolutionFailure.NotFound;
import dev.tagdrift.resolve.ResolutionFailure.RateLimited;
import dev.tagdrift.testing.FakeRegistry;
import dev.tagdrift.testing.Images;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the public services are documented, or were seen, to answer; docs/reference/registries.md names each source. Hosts
 * and tokens are changed, since everything is on loopback.
 */
final class PublicServicesReplayTest {
    private final TestClients clients = new TestClients();

    @AutoClose
    private FakeRegistry registry;

    @BeforeEach
    void start() throws IOException {
        registry = FakeRegistry.start();
        registry.push("team/app", "1", Images.index("a"));
    }

    private Answer<Descriptor> head(CredentialStore credentials, String name) {
        try (RegistryClient client = clients.as(credentials)) {
            return client.head(reference(registry.reference(name)));
        }
    }

    private Answer<Descriptor> head(CredentialStore credentials) {
        return head(credentials, "team/app:1");
    }

    private static Response unauthorized(String challenge) {
        return Response.error(401, "UNAUTHORIZED", "authentication required").with("WWW-Authenticate", challenge);
    }

    private static Response json(String body) {
        return Response.of(200, "application/json", body);
    }

    private static String basic(String user, String password) {
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    private static boolean is(Request request, String path) {
        return request.path().equals(path);
    }

    @Test
    void dockerHubTellsWhatIsLeftAndMeansTwoThingsBy401() {
        registry.with(
                new Replay()
                        .anonymous(unauthorized("Bearer realm=\"/token\",service=\"registry.docker.io\","
                                + "scope=\"repository:team/app:pull\""))
                        .token("/token", "", json("{\"token\":\"t\",\"access_token\":\"t\",\"expires_in\":300}"))
                        .when(
                                request -> request.path().contains("/secret/"),
                                Response.of(
                                                401,
                                                "application/json",
                                                "{\"errors\":[{\"code\":\"UNAUTHORIZED\",\"message\":\"authentication required\","
                                                        + "\"detail\":[{\"Type\":\"repository\",\"Class\":\"\",\"Name\":\"secret/app\","
                                                        + "\"Action\":\"pull\"}]}]}")
                                        .with(
                                                "WWW-Authenticate",
                                                "Bearer realm=\"/token\",service=\"registry.docker.io\","
                                                        + "scope=\"repository:secret/app:pull\",error=\"insufficient_scope\"")));
        registry.with((request, next) -> next.answer(request)
                .with("ratelimit-limit", "100;w=21600")
                .with("ratelimit-remaining", "98;w=21600")
                .with("docker-ratelimit-source", "192.0.2.7"));
        try (RegistryClient client = clients.anonymous()) {
            assertThat(client.head(reference(registry.reference("team/app:1"))).found())
                    .isPresent();
            assertThat(client.head(reference(registry.reference("secret/app:1")))
                            .failure())
                    .contains(new Denied(registry.host(), Login.NONE, ""));
            assertThat(client.quotas())
                    .isEqualTo(Map.of(registry.host(), new Quota(Optional.of(100), 98, Optional.of(21600))));
        }
    }

    @Test
    void dockerHubLimitsPulls() {
        registry.with(new Replay()
                .when(
                        Replay::isApi,
                        Response.error(
                                429,
                                "TOOMANYREQUESTS",
                                "You have reached your unauthenticated pull rate limit."
                                        + " https://www.docker.com/increase-rate-limit")));
        assertThat(head(CredentialStore.ANONYMOUS).failure())
                .contains(new RateLimited(registry.host(), Optional.empty()));
    }

    @Test
    void ghcrHidesWhatAnOpaqueTokenGrantsAndDeniesWithoutAChallenge() {
        registry.with(new Replay()
                .anonymous(unauthorized(
                        "Bearer realm=\"/token\",service=\"ghcr.io\",scope=\"repository:user/image:pull\""))
                .token("/token", "", json("{\"token\":\"djE6dGVhbS9hcHA6MTc=\"}"))
                .token("/token", basic("u", "expired"), Response.error(403, "DENIED", "denied")));
        assertThat(head(CredentialStore.ANONYMOUS).found()).isPresent();
        assertThat(registry.requests()).contains("GET /token?service=ghcr.io&scope=repository%3Ateam%2Fapp%3Apull");
        assertThat(head(login("u", "expired")).failure()).contains(new Denied(registry.host(), Login.SHOWN, "denied"));
    }

    @Test
    void ghcrDeniesAPrivateImageAtTheTokenService() {
        registry.with(new Replay()
                .anonymous(
                        unauthorized("Bearer realm=\"/token\",service=\"ghcr.io\",scope=\"repository:team/app:pull\""))
                .token("/token", "", Response.error(403, "DENIED", "requested access to the resource is denied")));
        assertThat(head(CredentialStore.ANONYMOUS).failure())
                .contains(new Denied(registry.host(), Login.NONE, "requested access to the resource is denied"));
    }

    @Test
    void quayChallengesWithoutAScopeAndWithABodyThatIsNoJson() {
        registry.with(new Replay()
                .anonymous(Response.of(401, "text/html; charset=utf-8", "true")
                        .with("WWW-Authenticate", "Bearer realm=\"/v2/auth\",service=\"quay.io\""))
                .token("/v2/auth", "", json("{\"token\":\"a.b.c\"}")));
        assertThat(head(CredentialStore.ANONYMOUS).found()).isPresent();
        assertThat(registry.requests()).contains("GET /v2/auth?service=quay.io&scope=repository%3Ateam%2Fapp%3Apull");
    }

    @Test
    void ecrTakesBasicWithAServiceInItAndRefusesInPlainText() {
        String challenge =
                "Basic realm=\"https://111111111111.dkr.ecr.us-east-1.amazonaws.com/\",service=\"ecr.amazonaws.com\"";
        Response refusal = Response.of(401, "text/plain; charset=utf-8", "Not Authorized\n")
                .with("WWW-Authenticate", challenge);
        registry.with(new Replay()
                .when(
                        request -> Replay.isApi(request)
                                && !request.header("Authorization").equals(Optional.of(basic("AWS", "ecr-token"))),
                        refusal)
                .when(
                        request -> request.path().contains("/gone/"),
                        Response.error(404, "NAME_UNKNOWN", "The repository with name 'gone' does not exist")));
        assertThat(head(login("AWS", "ecr-token")).found()).isPresent();
        assertThat(head(login("AWS", "ecr-token"), "gone/app:1").failure())
                .contains(new NotFound(registry.host(), true, true));
        assertThat(head(CredentialStore.ANONYMOUS).failure()).get().isInstanceOf(Denied.class);
    }

    @Test
    void googleSaysThatItMayNotExist() {
        String words = "Unauthenticated request. Unauthenticated requests do not have permission"
                + " 'artifactregistry.repositories.downloadArtifacts' on resource"
                + " 'projects/p/locations/us-west2/repositories/r' (or it may not exist)";
        registry.with(new Replay()
                .anonymous(
                        unauthorized(
                                "Bearer realm=\"/v2/token\",service=\"us-west2-docker.pkg.dev\",scope=\"repository:team/app:pull\""))
                .token("/v2/token", "", Response.error(403, "DENIED", words))
                .token("/v2/token", basic("oauth2accesstoken", "ya29"), json("{\"token\":\"opaque\"}")));
        Denied denied = (Denied) head(CredentialStore.ANONYMOUS).failure().orElseThrow();
        assertThat(denied.detail()).startsWith("Unauthenticated request.");
        assertThat(head(login("oauth2accesstoken", "ya29")).found()).isPresent();
    }

    @Test
    void azureExchangesARefreshTokenAndTakesBasic() {
        registry.with(new Replay()
                .anonymous(unauthorized("Bearer realm=\"/oauth2/token\",service=\"contosoregistry.azurecr.io\","
                        + "scope=\"repository:team/app:pull\""))
                .when(
                        request -> is(request, "/oauth2/token")
                                && request.method().equals("POST")
                                && request.body().contains("grant_type=refresh_token")
                                && request.body().contains("service=contosoregistry.azurecr.io")
                                && request.body().contains("refresh_token=acr-refresh"),
                        json("{\"access_token\":\"a.b.c\"}"))
                .token("/oauth2/token", basic("puller", "pw"), json("{\"access_token\":\"a.b.c\"}")));
        assertThat(head(always(new Credential.IdentityToken(new Secret("acr-refresh"))))
                        .found())
                .isPresent();
        assertThat(head(login("puller", "pw")).found()).isPresent();
    }
}
