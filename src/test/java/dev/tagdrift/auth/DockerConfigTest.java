package dev.tagdrift.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.tagdrift.image.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DockerConfigTest {
    private static final String NONE = "none";
    private static final CredentialPrograms NO_HELPERS =
            new CredentialPrograms(Map.of(), () -> Duration.ofSeconds(1), warning -> {});

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource({"byHostAndPath", "ofDockerHub", "byField"})
    void findsWhatDockerWouldTake(String what, String auths, String repository, String expected) throws IOException {
        DockerConfig config = read("{\"auths\":{" + auths + "}}");
        assertThat(config.find(repository(repository))
                        .map(DockerConfigTest::told)
                        .orElse(NONE))
                .isEqualTo(expected);
        assertThat(config.warnings()).isEmpty();
    }

    static Stream<Arguments> byHostAndPath() {
        String own = "registry.example.com/team/app";
        return Stream.of(
                arguments("host", entry("registry.example.com", "ci:pw"), own, "ci:pw"),
                arguments("another host", entry("registry.example.org", "ci:pw"), own, NONE),
                arguments("another port", entry("registry.example.com:5000", "ci:pw"), own, NONE),
                arguments("host and port", entry("localhost:5000", "ci:pw"), "localhost:5000/app", "ci:pw"),
                arguments("address 6", entry("[::1]:5000", "ci:pw"), "[::1]:5000/app", "ci:pw"),
                arguments("upper case", entry("Registry.Example.com", "ci:pw"), own, "ci:pw"),
                arguments("password with colons", entry("registry.example.com", "ci:a:b:"), own, "ci:a:b:"),
                arguments("empty password", entry("registry.example.com", "ci:"), own, "ci:"),
                arguments("trailing NUL", entry("registry.example.com", "ci:pw\0\0"), own, "ci:pw"),
                arguments("scheme and path", entry("https://registry.example.com/v1/", "ci:pw"), own, "ci:pw"),
                arguments("scheme", entry("http://registry.example.com", "ci:pw"), own, "ci:pw"),
                arguments("version of the API", entry("registry.example.com/v2/", "ci:pw"), own, "ci:pw"),
                arguments("repository", entry("registry.example.com/team/app", "ci:pw"), own, "ci:pw"),
                arguments("part of the path", entry("registry.example.com/team", "ci:pw"), own, "ci:pw"),
                arguments("half a name", entry("registry.example.com/te", "ci:pw"), own, NONE),
                arguments("another repository", entry("registry.example.com/team/b", "ci:pw"), own, NONE),
                arguments(
                        "repository beats host",
                        entry("registry.example.com/team", "team:pw") + "," + entry("registry.example.com", "all:pw"),
                        own,
                        "team:pw"),
                arguments(
                        "host beats address",
                        entry("registry.example.com", "new:pw") + ","
                                + entry("https://registry.example.com/v1/", "old:pw"),
                        own,
                        "new:pw"));
    }

    static Stream<Arguments> ofDockerHub() {
        String hub = "docker.io/library/python";
        return Stream.of(
                arguments("Hub's legacy key", entry("https://index.docker.io/v1/", "ci:pw"), hub, "ci:pw"),
                arguments("Hub's name", entry("docker.io", "ci:pw"), hub, "ci:pw"),
                arguments("Hub's index", entry("index.docker.io", "ci:pw"), hub, "ci:pw"),
                arguments("Hub's registry", entry("registry-1.docker.io", "ci:pw"), hub, "ci:pw"),
                arguments(
                        "Hub's legacy key beats its name",
                        entry("docker.io", "b:pw") + "," + entry("https://index.docker.io/v1/", "a:pw"),
                        hub,
                        "a:pw"),
                arguments(
                        "Hub's legacy key beats its name, other order",
                        entry("https://index.docker.io/v1/", "a:pw") + "," + entry("docker.io", "b:pw"),
                        hub,
                        "a:pw"));
    }

    static Stream<Arguments> byField() {
        String own = "registry.example.com/team/app";
        return Stream.of(
                arguments(
                        "two fields",
                        "\"registry.example.com\":{\"username\":\"ci\",\"password\":\"p:w\"}",
                        own,
                        "ci:p:w"),
                arguments(
                        "identity token",
                        "\"registry.example.com\":{\"auth\":\"Y2k6\",\"identitytoken\":\"abc\"}",
                        own,
                        "identity abc"),
                arguments("registry token", "\"registry.example.com\":{\"registrytoken\":\"abc\"}", own, "bearer abc"),
                arguments("what a credential store leaves", "\"registry.example.com\":{}", own, NONE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"credsStore\":\"desktop\"}", "{\"auths\":{}}", "{\"auths\":null}"})
    void withoutAuthsEverybodyIsAnonymous(String json) throws IOException {
        DockerConfig config = read(json);
        assertThat(config.find(repository("docker.io/library/python"))).isEmpty();
        assertThat(config.warnings()).isEmpty();
    }

    @Test
    void missingFileIsNoProblem() {
        DockerConfig config = DockerConfig.read(folder.resolve("none.json"), NO_HELPERS);
        assertThat(config.find(repository("docker.io/library/python"))).isEmpty();
        assertThat(config.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"auths\":{\"a\":", "{\n\"auths\": s3cret}"})
    void brokenFileWarnsAndTellsNothingOfItsContent(String text) throws IOException {
        DockerConfig config = read(text);
        assertThat(config.find(repository("docker.io/library/python"))).isEmpty();
        assertThat(config.warnings())
                .singleElement()
                .isInstanceOf(CredentialWarning.Malformed.class)
                .asString()
                .doesNotContain("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a\\nb", "caf\u00e9", "\\u0000", "\\u007f"})
    void tokenThatNoHeaderCanCarryIsBad(String token) throws IOException {
        DockerConfig config = read("{\"auths\":{\"a.example\":{\"registrytoken\":\"" + token + "\"}}}");
        assertThat(config.find(repository("a.example/app"))).isEmpty();
        assertThat(config.warnings())
                .containsExactly(new CredentialWarning.BadEntry(
                        folder.resolve("config.json").toString(), "a.example"));
    }

    @Test
    void brokenEntryWarnsAndTheOthersHold() throws IOException {
        DockerConfig config =
                read("{\"auths\":{\"a.example\":{\"auth\":\"***\"}," + entry("b.example", "ci:pw") + "}}");
        assertThat(config.warnings())
                .containsExactly(new CredentialWarning.BadEntry(
                        folder.resolve("config.json").toString(), "a.example"));
        assertThat(config.find(repository("a.example/app"))).isEmpty();
        assertThat(config.find(repository("b.example/app"))).isPresent();
    }

    @Test
    void folderInPlaceOfTheFileWarns() {
        assertThat(DockerConfig.read(folder, NO_HELPERS).warnings())
                .singleElement()
                .isInstanceOf(CredentialWarning.Unreadable.class);
    }

    @Test
    void secretsDoNotShow() throws IOException {
        DockerConfig config = read("{\"auths\":{" + entry("a.example", "ci:s3cret") + "}}");
        assertThat(config.find(repository("a.example/app")).toString())
                .contains("ci", "***")
                .doesNotContain("s3cret");
    }

    private DockerConfig read(String json) throws IOException {
        return DockerConfig.read(Files.writeString(folder.resolve("config.json"), json), NO_HELPERS);
    }

    private static String entry(String key, String userAndPassword) {
        byte[] bytes = userAndPassword.getBytes(StandardCharsets.UTF_8);
        return "\"%s\":{\"auth\":\"%s\"}".formatted(key, Base64.getEncoder().encodeToString(bytes));
    }

    private static Repository repository(String name) {
        int slash = name.indexOf('/');
        return new Repository(name.substring(0, slash), name.substring(slash + 1));
    }

    private static String told(Credential credential) {
        return switch (credential) {
            case Credential.UserPassword(String user, Secret password) -> user + ":" + password.reveal();
            case Credential.IdentityToken(Secret token) -> "identity " + token.reveal();
            case Credential.RegistryToken(Secret token) -> "bearer " + token.reveal();
        };
    }
}
