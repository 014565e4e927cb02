package dev.tagdrift.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.tagdrift.auth.Credentials.Places;
import dev.tagdrift.image.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Sixteen configurations that no library reads right in full, and the order of the places. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the helpers here are shell scripts")
final class CredentialsTest {
    private static final String NONE = "none";
    private static final String OWN = "registry.example.com/team/app";
    private static final String HUB = "docker.io/library/python";

    @TempDir
    private Path folder;

    private final List<CredentialWarning> warnings = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void installHelpers() throws IOException {
        helper(
                "knows",
                "read server; printf '{\"ServerURL\":\"%s\",\"Username\":\"%s\",\"Secret\":\"pw\"}' x \"$server\"");
        helper("empty", "echo 'credentials not found in native keychain'; exit 1");
        helper("token", "echo '{\"Username\":\"<token>\",\"Secret\":\"abc\"}'");
        helper("broken", "echo 'secret is hunter2'; exit 3");
        helper("garbled", "echo hunter2");
        helper("hangs", "sleep 600 & wait");
    }

    private void helper(String name, String script) throws IOException {
        Path file = Files.writeString(folder.resolve("docker-credential-" + name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"configurations", "tokensAndOrder"})
    void findsWhatDockerWouldTake(String what, String config, String repository, String expected) throws IOException {
        assertThat(told(credentials(config), repository)).isEqualTo(expected);
        assertThat(warnings).isEmpty();
    }

    static Stream<Arguments> configurations() {
        return Stream.of(
                arguments("1 legacy key of Docker Hub", auths("https://index.docker.io/v1/", "ci:pw"), HUB, "ci:pw"),
                arguments("2 password with a colon", auths("registry.example.com", "ci:a:b"), OWN, "ci:a:b"),
                arguments(
                        "3 key with scheme and path", auths("https://registry.example.com/v2/", "ci:pw"), OWN, "ci:pw"),
                arguments(
                        "4 username and password",
                        "{'auths':{'registry.example.com':{'username':'ci','password':'pw'}}}",
                        OWN,
                        "ci:pw"),
                arguments(
                        "5 credHelpers with host and port",
                        "{'credHelpers':{'localhost:5000':'knows'}}",
                        "localhost:5000/app",
                        "localhost:5000:pw"),
                arguments("6 no auths", "{'credHelpers':{'other.example.com':'broken'}}", OWN, NONE),
                arguments("7 credsStore", "{'credsStore':'knows'}", OWN, "registry.example.com:pw"),
                arguments(
                        "8 credsStore for Docker Hub", "{'credsStore':'knows'}", HUB, "https://index.docker.io/v1/:pw"),
                arguments("9 helper knows nothing", "{'credsStore':'empty'}", OWN, NONE),
                arguments("10 helper answers <token>", "{'credsStore':'token'}", OWN, "identity abc"));
    }

    static Stream<Arguments> tokensAndOrder() {
        return Stream.of(
                arguments(
                        "11 identity token for ACR",
                        "{'auths':{'team.azurecr.io':{'auth':'" + encoded("00000000-0000-0000-0000-000000000000:")
                                + "','identitytoken':'abc'}}}",
                        "team.azurecr.io/app",
                        "identity abc"),
                arguments(
                        "12 identity token for others",
                        "{'auths':{'registry.example.com':{'identitytoken':'abc'}}}",
                        OWN,
                        "identity abc"),
                arguments("13 repository-scoped key", auths("registry.example.com/team", "ci:pw"), OWN, "ci:pw"),
                arguments(
                        "helper beats store, store beats auths",
                        "{'credHelpers':{'docker.io':'token'},'credsStore':'knows',"
                                + auths("registry.example.com", "ci:pw").substring(1),
                        OWN,
                        "registry.example.com:pw"),
                arguments(
                        "helper for Docker Hub under an alias",
                        "{'credHelpers':{'index.docker.io':'knows'}}",
                        HUB,
                        "https://index.docker.io/v1/:pw"),
                arguments(
                        "helper that knows nothing leaves it to auths",
                        "{'credsStore':'empty',"
                                + auths("registry.example.com", "ci:pw").substring(1),
                        OWN,
                        "ci:pw"));
    }

    @Test
    void namedHelperThatIsMissingWarnsAndAuthsCount() throws IOException {
        String config = "{'credHelpers':{'registry.example.com':'gone'},"
                + auths("registry.example.com", "ci:pw").substring(1);
        assertThat(told(credentials(config), OWN)).isEqualTo("ci:pw");
        assertThat(warnings)
                .containsExactly(new CredentialWarning.HelperMissing("docker-credential-gone", "registry.example.com"));
    }

    @Test
    void helperThatHangsIsEndedWithAllThatItStarted() throws IOException {
        Duration limit = Duration.ofMillis(200);
        assertThat(told(credentials("{'credsStore':'hangs'}", limit), OWN)).isEqualTo(NONE);
        assertThat(warnings)
                .containsExactly(
                        new CredentialWarning.HelperSlow("docker-credential-hangs", "registry.example.com", limit));
        // The end of a process is asked for, and comes when the system gets to it.
        assertThat(ProcessHandle.current()
                        .descendants()
                        .filter(process ->
                                process.info().commandLine().orElse("").contains("docker-credential-hangs"))
                        .map(ProcessHandle::onExit))
                .allSatisfy(end -> assertThat(end).succeedsWithin(Duration.ofMinutes(1)));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void brokenHelperWarnsOnceWithoutItsWords(String name, String detail) throws IOException {
        Credentials credentials = credentials("{'credsStore':'" + name + "'}");
        assertThat(told(credentials, OWN)).isEqualTo(NONE);
        assertThat(told(credentials, "registry.example.com/team/b")).isEqualTo(NONE);
        assertThat(warnings)
                .containsExactly(new CredentialWarning.HelperFailed(
                        "docker-credential-" + name, "registry.example.com", detail));
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                arguments("broken", "it ends with exit code 3"), arguments("garbled", "its answer is not JSON"));
    }

    @Test
    void nameOfAHelperIsNoPath() throws IOException {
        assertThat(told(credentials("{'credsStore':'../x'}"), OWN)).isEqualTo(NONE);
        assertThat(warnings).singleElement().isInstanceOf(CredentialWarning.HelperMissing.class);
    }

    @Test
    void variableComesFirstAndThenTheFilesInTheirOrder() throws IOException {
        Path docker = write("config.json", auths("a.example.com", "docker:pw"));
        Path podman = write(
                "auth.json",
                "{'auths':{'a.example.com':{'auth':'" + encoded("podman:pw") + "'},'b.example.com/team':{'auth':'"
                        + encoded("team:pw") + "'},'b.example.com':{'auth':'" + encoded("all:pw") + "'}}}");
        Places places = new Places(
                auths("c.example.com", "variable:pw").replace('\'', '"'),
                List.of(docker, folder.resolve("missing.json"), podman));
        Credentials credentials = Credentials.read(places, helpers(Duration.ofSeconds(30)), warnings::add);
        assertThat(told(credentials, "a.example.com/app")).isEqualTo("docker:pw");
        assertThat(told(credentials, "b.example.com/team/app")).isEqualTo("team:pw");
        assertThat(told(credentials, "b.example.com/teams/app")).isEqualTo("all:pw");
        assertThat(told(credentials, "c.example.com/app")).isEqualTo("variable:pw");
        assertThat(places.toString()).doesNotContain("auths");
        assertThat(warnings).isEmpty();
    }

    @Test
    void brokenVariableWarnsUnderItsName() {
        Credentials.read(new Places("{oops", List.of()), helpers(Duration.ofSeconds(30)), warnings::add);
        assertThat(warnings).containsExactly(new CredentialWarning.Malformed("DOCKER_AUTH_CONFIG", 1));
    }

    private Credentials credentials(String config) throws IOException {
        return credentials(config, Duration.ofSeconds(30));
    }

    private Credentials credentials(String config, Duration limit) throws IOException {
        return Credentials.read(new Places("", List.of(write("config.json", config))), helpers(limit), warnings::add);
    }

    private CredentialPrograms helpers(Duration limit) {
        return new CredentialPrograms(
                Map.of("PATH", "relative:" + folder + ":/usr/bin:/bin"), () -> limit, warnings::add);
    }

    private Path write(String name, String json) throws IOException {
        return Files.writeString(folder.resolve(name), json.replace('\'', '"'));
    }

    private static String auths(String key, String login) {
        return "{'auths':{'" + key + "':{'auth':'" + encoded(login) + "'}}}";
    }

    private static String encoded(String login) {
        return Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }

    private static String told(Credentials credentials, String name) {
        int slash = name.indexOf('/');
        return credentials
                .find(new Repository(name.substring(0, slash), name.substring(slash + 1)))
                .map(credential -> switch (credential) {
                    case Credential.UserPassword(String user, Secret password) -> user + ":" + password.reveal();
                    case Credential.IdentityToken(Secret token) -> "identity " + token.reveal();
                    case Credential.RegistryToken(Secret token) -> "bearer " + token.reveal();
                })
                .orElse(NONE);
    }
}
