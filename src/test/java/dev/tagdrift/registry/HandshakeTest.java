package dev.tagdrift.registry;

import static dev.tagdrift.registry.TestClients.CI;
import static dev.tagdrift.registry.TestClients.reference;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.demo.Request;
import dev.tagdrift.demo.Response;
import dev.tagdrift.image.Descriptor;
import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.ResolutionFailure.Denied;
import dev.tagdrift.testing.FakeRegistry;
import dev.tagdrift.testing.Images;
import java.io.IOException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Repositories of one host that do not all want the same. */
final class HandshakeTest {
    private static final String HEAD_B = "HEAD /v2/team/b/manifests/1";
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
    void refusalWithoutAChallengeUnlearnsNothing() {
        registry.requireToken();
        registry.with((request, next) ->
                request.path().contains("odd") ? Response.error(401, "UNAUTHORIZED", "no") : next.answer(request));
        try (RegistryClient client = clients.anonymous()) {
            assertThat(head(client, "a").found()).isPresent();
            assertThat(head(client, "odd").failure()).get().isInstanceOf(Denied.class);
            registry.forgetRequests();
            assertThat(head(client, "b").found()).isPresent();
        }
        assertThat(registry.requests()).containsExactly(TOKEN_B, HEAD_B);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 500})
    void tokenServiceOfAnotherRepositoryDoesNotDecide(int refusal) {
        registry.with((request, next) -> {
            String own = request.path().contains("team/b") ? "b" : "a";
            if (!request.path().startsWith("/token")) {
                return sends(request, "Bearer " + own)
                        ? next.answer(request)
                        : challenge("Bearer realm=\"/token-" + own + "\"");
            }
            boolean right = request.path().equals("/token-b") == request.query().contains("b");
            return right
                    ? Response.of(
                            200,
                            "application/json",
                            "{\"token\":\"" + request.path().charAt(7) + "\"}")
                    : Response.error(refusal, "DENIED", "not here");
        });
        try (RegistryClient client = clients.as(CI)) {
            assertThat(head(client, "a").found()).isPresent();
            assertThat(head(client, "b").found()).isPresent();
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
