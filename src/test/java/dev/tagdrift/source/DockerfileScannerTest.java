package dev.tagdrift.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.image.Platform;
import dev.tagdrift.settings.FailOn;
import dev.tagdrift.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DockerfileScannerTest {
    private static final Platform AMD64 = Platform.LINUX_AMD64;
    private static final Platform ARM64 = Platform.LINUX_ARM64;

    @Test
    void evaluatesForLinuxAmd64WhereNothingIsConfigured() {
        ScannedFile file = scan(Settings.NONE, "FROM a-${TARGETARCH}\nFROM --platform=linux/arm64 b\n");

        assertThat(rendered(file))
                .containsExactly("1 FROM a-amd64 linux/amd64 required ", "2 FROM b linux/arm64 required linux/arm64");
    }

    @Test
    void unitesThePlatformsOfOneImage() {
        Settings settings = base(Map.of(), AMD64, ARM64);

        ScannedFile file = scan(settings, """
                # syntax=docker/dockerfile:1
                FROM a AS a
                FROM --platform=$BUILDPLATFORM b
                FROM c-$TARGETARCH
                FROM --platform=linux/s390x d
                COPY --from=a / /
                """);

        assertThat(rendered(file))
                .containsExactly(
                        "1 SYNTAX docker/dockerfile:1 linux/amd64 required linux/amd64",
                        "2 FROM a linux/amd64,linux/arm64 required linux/amd64,linux/arm64",
                        "3 FROM b linux/amd64 required linux/amd64",
                        "4 FROM c-amd64 linux/amd64 required linux/amd64",
                        "4 FROM c-arm64 linux/arm64 required linux/arm64",
                        "5 FROM d linux/s390x required linux/s390x");
    }

    @Test
    void tellsWhichImagesShareFiles() {
        ScannedFile file = scan(base(Map.of(), AMD64, ARM64), """
                FROM golang:1.22 AS build
                FROM build
                COPY --from=build /same /image
                FROM debian:12
                COPY --from=build /app /app
                """);

        assertThat(file.copies()).hasSize(1);
        StageCopy copy = file.copies().getFirst();
        assertThat(copy.location()).isEqualTo(new Location(file.path(), 5));
        assertThat(copy.from().familiar()).isEqualTo("golang:1.22");
        assertThat(copy.into().familiar()).isEqualTo("debian:12");
    }

    @Test
    void doesNotRequireThePlatformOfTheBuilder() {
        ScannedFile file = scan(base(Map.of(), ARM64), "FROM --platform=$BUILDPLATFORM a\n");

        assertThat(rendered(file)).containsExactly("1 FROM a linux/amd64 required ");
    }

    @Test
    void triesEveryCombinationOfBuildArguments() {
        Map<String, List<String>> matrix =
                Map.of("V", List.of("1", "2"), "OS", List.of("x", "y"), "UNUSED", List.of("a", "b"));

        ScannedFile file = scan(base(matrix), "ARG V\nARG OS\nFROM a:$V-$OS\nFROM b:$V\n");

        assertThat(file.uses())
                .extracting(use -> use.location().line() + " " + use.reference().familiar())
                .containsExactly("3 a:1-x", "3 a:1-y", "3 a:2-x", "3 a:2-y", "4 b:1", "4 b:2");
    }

    @Test
    void evaluatesEveryBuildThatMatchesAndTheTopLevelWhereNoneDoes() {
        Settings settings = new Settings(
                List.of(),
                List.of(),
                new Settings.Arguments(Map.of("V", List.of("top")), List.of()),
                List.of(build("services/", "one"), build("services/api/Dockerfile*", "two")),
                FailOn.DIGEST,
                Map.of());
        byte[] content = "ARG V\nFROM a:$V\n".getBytes(StandardCharsets.UTF_8);
        DockerfileScanner scanner = new DockerfileScanner(settings);

        assertThat(scanner.scan("services/api/Dockerfile", content).uses())
                .extracting(use -> use.reference().familiar())
                .containsExactly("a:one", "a:two");
        assertThat(scanner.scan("services/web/Dockerfile", content).uses())
                .extracting(use -> use.reference().familiar())
                .containsExactly("a:one");
        assertThat(scanner.scan("Dockerfile", content).uses())
                .extracting(use -> use.reference().familiar())
                .containsExactly("a:top");
    }

    @Test
    void tellsAProblemOfSeveralBuildsOnce() {
        Settings settings = base(Map.of("V", List.of("", "1")), AMD64, ARM64);

        ScannedFile file = scan(settings, "ARG V\nFROM a:$V\nFROM b:$W\n");

        assertThat(file.problems())
                .hasSize(2)
                .extracting(problem -> problem.location().line())
                .containsExactly(2, 3);
        assertThat(file.uses()).hasSize(1);
    }

    private static Settings.Build build(String files, String value) {
        return new Settings.Build(List.of(files), new Settings.Arguments(Map.of("V", List.of(value)), List.of()));
    }

    private static Settings base(Map<String, List<String>> buildArgs, Platform... platforms) {
        Settings.Arguments arguments = new Settings.Arguments(buildArgs, List.of(platforms));
        return new Settings(List.of(), List.of(), arguments, List.of(), FailOn.DIGEST, Map.of());
    }

    private static ScannedFile scan(Settings settings, String content) {
        return new DockerfileScanner(settings).scan("Dockerfile", content.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> rendered(ScannedFile file) {
        return file.uses().stream()
                .map(use -> use.location().line() + " " + use.instruction() + " "
                        + use.reference().familiar().replace(":latest", "") + " " + joined(use.platforms())
                        + " required " + joined(use.required()))
                .toList();
    }

    private static String joined(Collection<Platform> platforms) {
        return platforms.stream().map(Platform::toString).collect(Collectors.joining(","));
    }
}
