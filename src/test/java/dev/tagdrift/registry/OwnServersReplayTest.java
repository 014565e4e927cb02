package dev.tagdrift.registry;

import static dev.tagdrift.registry.TestClients.login;
import static dev.tagdrift.registry.TestClients.reference;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.auth.CredentialStore;
import dev.tagdrift.demo.Response;
import dev.tagdrift.image.Descriptor;
import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.ResolutionFailure.Denied;
import dev.tagdrift.resolve.ResolutionFailure.Denied.Login;
import dev.tagdrift.resolve.ResolutionFailure.NotFound;
import dev.tagdrift.testing.FakeRegistry;
import dev.tagdrift.testing.Images;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What registries that people run themselves were seen to answer; docs/reference/registries.md names each source. Hosts
 * and tokens are changed, since everything is on loopback.
 */
final class OwnServersReplayTest {
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

    @Test
    void gitlabForbidsAtTheTokenService() {
        registry.with(new Replay()
                .anonymous(unauthorized("Bearer realm=\"/jwt/auth\",service=\"container_registry\","
                        + "scope=\"repository:team/app:pull\""))
                .token("/jwt/auth", "", Response.error(403, "DENIED", "access forbidden"))
                .token("/jwt/auth", basic("deploy", "gldt"), json("{\"token\":\"a.b.c\"}")));
        assertThat(head(CredentialStore.ANONYMOUS, "team/app:1").failure())
                .contains(new Denied(registry.host(), Login.NONE, "access forbidden"));
        assertThat(head(login("deploy", "gldt"), "team/app:1").found()).isPresent();
    }

    @Test
    void harborAnswersATokenThatIsNotEnoughWithBasicAndThatIsNoLoop() {
        String words = "unauthorized to access repository: team/app, action: pull";
        registry.with(new Replay()
                .anonymous(
                        unauthorized(
                                "Bearer realm=\"/service/token\",service=\"harbor-registry\",scope=\"repository:team/app:pull\""))
                .when(
                        request -> request.path().equals("/service/token"),
                        json("{\"token\":\"a.b.c\",\"expires_in\":1800}"))
                .when(
                        request -> request.header("Authorization").equals(Optional.of("Bearer a.b.c")),
                        Response.error(401, "UNAUTHORIZED", words).with("WWW-Authenticate", "Basic realm=\"harbor\"")));
        assertThat(head(login("robot$ci", "secret"), "team/app:1").failure())
                .contains(new Denied(registry.host(), Login.SHOWN, ""));
        assertThat(registry.requests()).hasSize(3);
    }

    @Test
    void harborHasItsOwnWordForWhatIsNotThere() {
        registry.with(
                new Replay().when(Replay::isApi, Response.error(404, "NOT_FOUND", "artifact team/app:1 not found")));
        assertThat(head(CredentialStore.ANONYMOUS, "team/app:1").failure())
                .contains(new NotFound(registry.host(), true, false));
    }

    @Test
    void artifactoryNamesTheRepositoryInTheRealm() {
        registry.with(new Replay()
                .anonymous(unauthorized("Bearer realm=\"/artifactory/api/docker/docker-hub/v2/token\","
                                + "service=\"artifactory.local:443\",scope=\"repository:team/app:pull\"")
                        .with("Content-Type", "application/json;charset=ISO-8859-1"))
                .token(
                        "/artifactory/api/docker/docker-hub/v2/token",
                        basic("ci", "apikey"),
                        json("{\"token\":\"opaque\",\"expires_in\":3600}"))
                .when(
                        request -> request.path().contains("/gone/"),
                        Response.error(404, "MANIFEST_UNKNOWN", "The named manifest is not known to the registry.")));
        assertThat(head(login("ci", "apikey"), "team/app:1").found()).isPresent();
        assertThat(head(login("ci", "apikey"), "gone/app:1").failure())
                .contains(new NotFound(registry.host(), true, true));
    }

    @Test
    void nexusWritesBasicInCapitals() {
        registry.with(new Replay()
                .when(
                        request -> !request.header("Authorization").equals(Optional.of(basic("ci", "pw"))),
                        unauthorized("BASIC realm=\"Sonatype Nexus Repository Manager\"")));
        assertThat(head(login("ci", "pw"), "team/app:1").found()).isPresent();
        assertThat(head(CredentialStore.ANONYMOUS, "team/app:1").failure())
                .contains(new Denied(registry.host(), Login.NONE, ""));
    }

    @Test
    void nexusGivesAnonymousTokensWhereThatIsAllowed() {
        registry.with(new Replay()
                .anonymous(unauthorized("Bearer realm=\"/v2/token\",service=\"/v2/token\""))
                .token("/v2/token", "", json("{\"token\":\"DockerToken.0000\"}")));
        assertThat(head(CredentialStore.ANONYMOUS, "team/app:1").found()).isPresent();
    }
}
