package dev.tagdrift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.tagdrift.testing.CommandRun;
import dev.tagdrift.testing.FakeRegistry;
import dev.tagdrift.testing.Images;
import dev.tagdrift.testing.Secrets;
import dev.tagdrift.testing.TempWorkspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way to registries as the whole program goes it. */
class NetworkOptionsTest {
    @AutoClose
    private FakeRegistry registry;

    @AutoClose
    private FakeRegistry second;

    private TempWorkspace project;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        registry = FakeRegistry.start();
        second = FakeRegistry.start();
        for (FakeRegistry one : new FakeRegistry[] {registry, second}) {
            one.push("library/python", "3.12-slim", Images.index("bullseye"));
            one.push("library/node", "20-alpine", Images.index("node"));
        }
        project = TempWorkspace.of(folder, registry)
                .file("Dockerfile", "FROM python:3.12-slim", "FROM node:20-alpine")
                .done("lock");
        registry.forgetRequests();
    }

    private static Map<String, String> dockerAuthConfig(String key, String password) {
        String auth = Base64.getEncoder().encodeToString(("ci:" + password).getBytes(StandardCharsets.UTF_8));
        return Map.of("DOCKER_AUTH_CONFIG", "{\"auths\":{\"%s\":{\"auth\":\"%s\"}}}".formatted(key, auth));
    }

    @Test
    void variableHoldsCredentials() {
        registry.requireLogin("ci", Secrets.PASSWORD);
        assertThat(project.run("check").exitCode()).isEqualTo(3);
        assertThat(project.runWith(dockerAuthConfig(registry.host(), Secrets.PASSWORD), "check", "-v")
                        .exitCode())
                .isZero();
    }

    @Test
    void filesOfPodmanHoldCredentials() throws IOException {
        registry.requireLogin("ci", Secrets.PASSWORD);
        String json = dockerAuthConfig(registry.host(), Secrets.PASSWORD).get("DOCKER_AUTH_CONFIG");
        Path run = Files.createDirectories(project.root().resolve("run/containers"));
        Files.writeString(run.resolve("auth.json"), String.valueOf(json));
        assertThat(project.runWith(Map.of("XDG_RUNTIME_DIR", "run"), "check").exitCode())
                .isZero();
        assertThat(project.runWith(Map.of("REGISTRY_AUTH_FILE", "run/containers/auth.json"), "check")
                        .exitCode())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"basic", "token", "identity"})
    void refusedSecretsAreNotPrinted(String kind) throws IOException {
        if (kind.equals("basic")) {
            registry.requireLogin("ci", Secrets.PASSWORD);
        } else {
            registry.requireToken("ci", Secrets.PASSWORD);
        }
        String entry = kind.equals("identity")
                ? "{\"identitytoken\":\"hunter2\"}"
                : "{\"username\":\"ci\",\"password\":\"wr0ng-passw0rd\"}";
        Map<String, String> environment = Map.of(
                "DOCKER_AUTH_CONFIG",
                "{\"auths\":{\"%s\":%s}}".formatted(registry.host(), entry),
                "HTTPS_PROXY",
                "https://ci:proxypw@proxy.example.com:443");
        for (String format : new String[] {"text", "json"}) {
            CommandRun run = project.runWith(environment, "check", "-v", "--format", format);
            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.err()).contains("bad-proxy");
        }
    }

    @Test
    void brokenVariableIsAWarningThatQuotesNothing() {
        CommandRun run = project.runWith(Map.of("DOCKER_AUTH_CONFIG", "{\"auths\": hunter2"), "check");
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("DOCKER_AUTH_CONFIG:1: warning[credentials]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "5x", "-1s", "", "1.5m", "99999999"})
    void lengthsOfTimeThatAreNone(String text) {
        for (String command : new String[] {"check", "check --offline", "scan", "lock", "export bake"}) {
            CommandRun run = project.run((command + " --timeout=" + text).split(" "));
            assertThat(run.exitCode()).as(command).isEqualTo(2);
            assertThat(run.err()).contains("`" + text + "` is no length of time");
        }
        assertThat(registry.requests()).isEmpty();
    }

    @Test
    void runThatIsOutOfTimeIsNotClean() {
        registry.delay(Duration.ofMillis(1500));
        CommandRun run = project.run("check", "--timeout", "1s");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out())
                .contains("error[timed-out]: " + registry.host()
                        + ", asked in place of docker.io, does not answer within the 1 second of this run");
    }

    @Test
    void mirrorFallsBackOnlyWhereThatIsAllowed() {
        registry.failWith(403, 99);
        String host = second.host();
        project.file("Dockerfile", "FROM " + host + "/library/python:3.12-slim")
                .file(
                        "tagdrift.yaml",
                        "registries:",
                        "  \"%s\": { mirror: 'http://%s' }".formatted(host, registry.host()));
        assertThat(project.run("lock").exitCode()).isEqualTo(3);
        assertThat(second.requests()).isEmpty();
        project.file(
                "tagdrift.yaml",
                "registries:",
                "  \"%s\": { mirror: 'http://%s', fallback: true }".formatted(host, registry.host()));
        project.done("lock").done("check");
        assertThat(project.lockfile()).contains("\"" + host + "/library/python:3.12-slim\"");
    }

    @Test
    void freshnessOfACacheIsAskedAtItsSource() {
        project.file("Dockerfile", "FROM cache.example.com/hub/python:3.12-slim")
                .append("tagdrift.yaml", "  cache.example.com/hub: { upstream: docker.io }");
        project.done("lock").done("check");
        assertThat(project.lockfile()).contains("\"cache.example.com/hub/python:3.12-slim\"");
        assertThat(registry.requests()).contains("HEAD /v2/library/python/manifests/3.12-slim");
    }

    @Test
    void quotaIsToldWithVerboseAndInJson() throws IOException {
        registry.with((request, next) ->
                next.answer(request).with("ratelimit-limit", "100;w=21600").with("ratelimit-remaining", "76;w=21600"));
        assertThat(project.run("check").err()).doesNotContain("76");
        assertThat(project.run("check", "-v").err()).contains("docker.io has 76 of 100 pulls left for each 6 hours");
        String json = project.run("check", "--format", "json").out();
        assertThat(json).contains("\"remaining\": 76");
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("docs/reference/check.schema.json")), InputFormat.JSON);
        assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
    }

    @Test
    void interruptedRunTellsWhatItDidNotCheck() {
        CommandRun run = interrupted("check");
        assertThat(run.exitCode()).isEqualTo(130);
        assertThat(run.out())
                .contains(
                        "error[interrupted]: the run was interrupted before " + registry.host()
                                + ", asked in place of docker.io, answered",
                        "unknown, not clean");
        assertThat(run.err()).contains("could not be checked");
    }

    /** Whatever was found before: a process that somebody ends never ends with 1 or 3. */
    @ParameterizedTest
    @ValueSource(strings = {"check", "report"})
    void programsAreToldWhatAnInterruptedRunEndsWith(String command) {
        project.append("Dockerfile", "FROM php:8");
        CommandRun run = interrupted(command, "--format", "json");
        assertThat(run.exitCode()).isEqualTo(130);
        assertThat(run.out()).contains("\"exitCode\": 130");
    }

    @Test
    void theOtherFormatsAreToldAsWell() {
        assertThat(interrupted("check", "--format", "sarif").out()).contains("\"exitCode\": 130");
    }

    @Test
    void interruptedFirstLockKeepsWhatItGot() {
        project.file("lockfiles/base-images.lock.json", "{\"version\": 1, \"images\": {}}");
        CommandRun run = interrupted("lock");
        assertThat(run.exitCode()).isEqualTo(130);
        assertThat(project.lockfile()).contains("node:20-alpine").doesNotContain("python");
        assertThat(project.done("lock").lockfile()).contains("node:20-alpine", "python:3.12-slim");
    }

    /** Runs a command that is interrupted when it asks about python. */
    private CommandRun interrupted(String... command) {
        Interruption interruption = new Interruption();
        registry.with((request, next) -> {
            if (request.path().contains("python")) {
                interruption.come(Interruption.BY_KEYBOARD);
            }
            return next.answer(request);
        });
        CommandRun run = CommandRun.in(project.root(), Map.of(), false, interruption, command);
        registry.heal();
        return run;
    }
}
