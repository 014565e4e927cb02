package dev.tagdrift.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.image.Platform;
import dev.tagdrift.settings.Settings.Arguments;
import dev.tagdrift.settings.Settings.Build;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {
    private static Settings read(String text) {
        return switch (SettingsFile.read(text)) {
            case SettingsReading.Read done -> done.settings();
            case SettingsReading.Rejected rejected ->
                throw new AssertionError(rejected.problems().toString());
        };
    }

    private static List<String> argument(String text) {
        return read("build-args:\n  X: " + text).base().buildArgs().getOrDefault("X", List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# only words\n", "---\n", "{}", "\uFEFF", "include:\nbuilds:\nregistries:\n"})
    void nothingConfigured(String text) {
        assertThat(read(text)).isEqualTo(Settings.NONE);
    }

    @Test
    void everything() {
        Settings settings = read("""
                include: ["docker/*.df"]
                exclude: ["test/fixtures/**"]
                platforms: [linux/amd64, linux/aarch64]
                build-args: { NODE_VERSION: 20 }
                builds:
                  - files: "services/api/Dockerfile*"
                    build-args: { PY: ["3.11", 3.12] }
                    platforms: [linux/amd64]
                  - files: [a, b]
                fail-on: os
                registries:
                  docker.io: { mirror: "https://mirror.example.com" }
                  registry.internal:5000: { tls: false }
                """);

        Arguments api = new Arguments(Map.of("PY", List.of("3.11", "3.12")), List.of(Platform.LINUX_AMD64));
        assertThat(settings)
                .isEqualTo(new Settings(
                        List.of("docker/*.df"),
                        List.of("test/fixtures/**"),
                        new Arguments(
                                Map.of("NODE_VERSION", List.of("20")),
                                List.of(Platform.LINUX_AMD64, Platform.LINUX_ARM64)),
                        List.of(
                                new Build(List.of("services/api/Dockerfile*"), api),
                                new Build(List.of("a", "b"), Arguments.NONE)),
                        FailOn.OS,
                        Map.of(
                                "docker.io",
                                new RegistrySettings(
                                        Optional.of(URI.create("https://mirror.example.com")), Optional.empty()),
                                "registry.internal:5000",
                                new RegistrySettings(Optional.empty(), Optional.of(false)))));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "3.10, 3.10",
                "1_000, 1_000",
                "0x1F, 0x1F",
                "010, 010",
                "1e3, 1e3",
                "on, on",
                "TRUE, TRUE",
                "null, null",
                "'', ``",
                "'3.10', 3.10",
                "2026-01-31, 2026-01-31",
                "a:b, a:b"
            })
    void scalarsAreTakenAsWritten(String written, String value) {
        assertThat(argument(written)).containsExactly(value);
    }

    @Test
    void aListIsAMatrix() {
        assertThat(argument("[3.10, '3.11', 3.10]")).containsExactly("3.10", "3.11");
    }

    @Test
    void aTextIsAListOfOne() {
        assertThat(read("include: a\nplatforms: linux/arm/v7"))
                .returns(List.of("a"), Settings::include)
                .returns(
                        List.of(new Platform("linux", "arm", "v7", "")),
                        settings -> settings.base().platforms());
    }

    @Test
    void dockerHubHasOneName() {
        assertThat(read("registries: { index.docker.io: { tls: true } }").registries())
                .containsOnlyKeys("docker.io");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:5000", "https://proxy.example.com/hub", "https://[::1]:5000/"})
    void mirrors(String address) {
        assertThat(read("registries: { docker.io: { mirror: '" + address + "' } }")
                        .registries())
                .containsValue(new RegistrySettings(Optional.of(URI.create(address)), Optional.empty()));
    }

    @Test
    void windowsLineEnds() {
        assertThat(read("include:\r\n  - a\r\n  - b\r\n").include()).containsExactly("a", "b");
    }

    @Test
    void takesNamedContexts() {
        String text = "build-contexts: { alpine: 'docker-image://alpine:3.20', tools: ../tools }";

        assertThat(SettingsFile.read(text))
                .isInstanceOfSatisfying(
                        SettingsReading.Read.class,
                        read -> assertThat(read.settings().base().contexts())
                                .isEqualTo(Map.of("alpine", "docker-image://alpine:3.20", "tools", "../tools")));
    }
}
