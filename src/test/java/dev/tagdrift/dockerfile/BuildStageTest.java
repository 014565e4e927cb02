package dev.tagdrift.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.dockerfile.BuildStage.Root;
import dev.tagdrift.image.Platform;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class BuildStageTest {
    @Test
    void aStageOnAStageBeginsWithTheImageOfTheFirst() {
        assertThat(stages("""
                ARG V=12
                FROM debian:${V} AS Base
                FROM base AS deps
                FROM deps
                """)).containsExactly("0 Base:2 on debian:12", "1 deps:3 on debian:12", "2 :4 on debian:12");
    }

    @Test
    void nothingAndUnknownAreToldApart() {
        assertThat(stages("""
                FROM scratch
                FROM $NOBODY_KNOWS
                FROM Bad
                """)).containsExactly("0 :1 on nothing", "1 :2 on unknown", "2 :3 on unknown");
    }

    @Test
    void copiesTellWhatTheFilesComeFrom() {
        assertThat(stages("""
                FROM golang:1.22 AS build
                FROM build AS test
                FROM alpine:3.20
                COPY local /
                COPY --from=test /a /a
                COPY --from=0 /b /b
                COPY --from=busybox:1.36 /c /c
                COPY --from=scratch /d /d
                RUN --mount=from=build,target=/x true
                """).getLast())
                .isEqualTo("2 :3 on alpine:3.20, 5 from golang:1.22, 6 from golang:1.22, 7 from busybox:1.36,"
                        + " 8 from nothing");
    }

    @Test
    void aTriggeredCopyCountsInTheStageThatRunsIt() {
        assertThat(stages("""
                FROM golang:1.22 AS build
                FROM debian:12 AS rules
                ONBUILD COPY --from=build /a /a
                FROM rules
                """))
                .containsExactly(
                        "0 build:1 on golang:1.22", "1 rules:2 on debian:12", "2 :4 on debian:12, 3 from golang:1.22");
    }

    @Test
    void aNamedContextTakesThePlaceOfAStage() {
        byte[] file = "FROM a AS one\nFROM one\nFROM b AS two\n".getBytes(StandardCharsets.UTF_8);
        Pulls pulls = Dockerfile.parse(file)
                .evaluate(Map.of(), Map.of("one", "docker-image://c:1", "two", "./folder"), Platform.LINUX_AMD64);
        assertThat(rendered(pulls)).containsExactly("0 one:1 on c:1", "1 :2 on c:1", "2 two:3 on unknown");
    }

    private static List<String> stages(String text) {
        return rendered(
                Dockerfile.parse(text.getBytes(StandardCharsets.UTF_8)).evaluate(Map.of(), Platform.LINUX_AMD64));
    }

    private static List<String> rendered(Pulls pulls) {
        return pulls.stages().stream().map(BuildStageTest::rendered).toList();
    }

    private static String rendered(BuildStage stage) {
        String copies = stage.copies().stream()
                .map(copied -> ", " + copied.line() + " from " + rendered(copied.from()))
                .collect(Collectors.joining());
        return stage.index() + " " + stage.name().orElse("") + ":" + stage.line() + " on " + rendered(stage.root())
                + copies;
    }

    private static String rendered(Root base) {
        return switch (base) {
            case Root.Image image -> image.reference().familiar();
            case Root.Nothing nothing -> "nothing";
            case Root.Unknown unknown -> "unknown";
        };
    }
}
