package dev.tagdrift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.demo.Response;
import dev.tagdrift.image.Digest;
import dev.tagdrift.testing.Approved;
import dev.tagdrift.testing.CommandRun;
import dev.tagdrift.testing.FakeRegistry;
import dev.tagdrift.testing.Fault;
import dev.tagdrift.testing.Images;
import dev.tagdrift.testing.TempWorkspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user reads when a registry cannot be asked: each time exit code 3, and nothing called clean. */
class RegistryTroubleTest {
    @AutoClose
    private FakeRegistry registry;

    private TempWorkspace project;

    @BeforeEach
    void lockTwoImages(@TempDir Path folder) throws IOException {
        registry = FakeRegistry.start();
        registry.push("library/python", "3.12-slim", Images.index("bullseye"));
        registry.push("library/node", "20-alpine", Images.index("alpine"));
        project = TempWorkspace.of(folder, registry)
                .file("api/Dockerfile", "FROM python:3.12-slim")
                .file("web/Dockerfile", "FROM node:20-alpine")
                .done("lock");
    }

    private void approve(String name) {
        CommandRun run = project.run("check");
        assertThat(run.exitCode()).isEqualTo(3);
        Approved.verify("trouble/" + name, run, registry, project);
    }

    private static Fault answer(int status, String mediaType, String body) {
        return (request, next) -> Response.of(status, mediaType, body);
    }

    @Test
    void refusesConnections() {
        registry.close();
        approve("refused");
    }

    @Test
    void hasNoSuchHost() {
        project.file(
                "tagdrift.yaml", "registries:", "  docker.io: { mirror: \"http://registry.invalid\", tls: false }");
        approve("unknown-host");
    }

    @Test
    void answersServerErrorsForEver() {
        registry.failWith(500, Integer.MAX_VALUE);
        approve("server-error");
    }

    @Test
    void limitsRequests() {
        registry.limitRate(Integer.MAX_VALUE, "3600");
        CommandRun run = project.run("check");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out())
                .contains(
                        "error[rate-limited]: " + registry.host()
                                + ", asked in place of docker.io, stopped answering: request limit reached",
                        "again at  ");
    }

    @Test
    void breaksConnections() {
        registry.breakConnection(Integer.MAX_VALUE);
        approve("broken");
    }

    @Test
    void sendsAPageOfHtml() {
        registry.with(answer(200, "text/html", "<html>Please sign in to the WiFi</html>"));
        approve("html");
    }

    @Test
    void sendsGarbage() {
        registry.dropDigestHeader();
        registry.with((request, next) -> request.method().equals("HEAD")
                ? next.answer(request)
                : Response.of(200, "application/vnd.oci.image.index.v1+json", "{\"manifests\": [}"));
        approve("garbage");
    }

    @Test
    void sendsABodyWithoutEnd() {
        registry.dropDigestHeader();
        registry.with((request, next) -> request.method().equals("HEAD")
                ? next.answer(request)
                : Response.of(200, "application/vnd.oci.image.index.v1+json", " ".repeat(5 << 20)));
        approve("endless");
    }

    @Test
    void sendsAnotherImageThanTheOneItNames() {
        Digest wrong = registry.push("library/other", "1", Images.index("other"));
        project.append("api/Dockerfile", "FROM other:1");
        registry.with((request, next) -> request.path().endsWith(wrong.toString())
                        || request.path().endsWith("/1")
                ? Response.of(200, "application/vnd.oci.image.index.v1+json", "{\"schemaVersion\":2,\"manifests\":[]}")
                : next.answer(request));
        project.file("api/Dockerfile", "FROM other:1@" + wrong);
        CommandRun run = project.run("lock");
        assertThat(run.exitCode()).isEqualTo(3);
        Approved.verify("trouble/wrong-digest", run, registry, project);
    }

    @Test
    void redirectsForEver() {
        registry.with((request, next) -> Response.of(307, "text/plain", "").with("Location", request.path()));
        approve("redirect-loop");
    }

    @Test
    void redirectsIntoTheDark() {
        registry.with((request, next) -> Response.of(307, "text/plain", "").with("Location", "ftp://example.com/x"));
        approve("redirect-elsewhere");
    }

    @Test
    void wantsALogin() {
        registry.requireLogin("ci", "correct horse");
        approve("login");
    }

    @Test
    void refusesTheStoredLogin() {
        project.file("api/Dockerfile", "FROM " + registry.reference("library/python:3.12-slim"))
                .file("web/Dockerfile", "FROM " + registry.reference("library/node:20-alpine"))
                .done("lock");
        registry.requireLogin("ci", "correct horse");
        String stored =
                "{\"auths\": {\"%s\": {\"username\": \"ci\", \"password\": \"expired\"}}}".formatted(registry.host());
        CommandRun run = project.runWith(Map.of("DOCKER_AUTH_CONFIG", stored), "check");
        assertThat(run.transcript()).doesNotContain("expired");
        Approved.verify("trouble/login-refused", run, registry, project);
    }

    /** What a server of TLS says in plain http, which is what loopback is asked in unless the settings say otherwise. */
    @Test
    void wantsTls() {
        project.file("api/Dockerfile", "FROM " + registry.reference("library/python:3.12-slim"))
                .file("web/Dockerfile", "FROM " + registry.reference("library/node:20-alpine"))
                .done("lock");
        registry.with(answer(400, "text/plain", "Client sent an HTTP request to an HTTPS server."));
        approve("wants-tls");
    }

    @Test
    void wantsATokenThatItDoesNotGive() {
        registry.requireToken("ci", "correct horse");
        approve("token");
    }
}
