package dev.tagdrift.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.tagdrift.image.Platform;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DockerfileTest {
    private static final String[] PIECES = {
        "FROM ",
        "from",
        "ARG ",
        "COPY ",
        "--from=",
        "RUN ",
        "--mount=",
        "type=bind,",
        "from=",
        "ONBUILD ",
        "# syntax=",
        "# escape=`",
        "<<EOF",
        "<<-\"X",
        "EOF",
        "\n",
        "\r\n",
        "\\\n",
        "`\n",
        " ",
        "\t",
        "'",
        "\"",
        "$",
        "${",
        "}",
        ":-",
        "#",
        "%",
        "/",
        "//",
        "*",
        "?",
        "\\",
        "A",
        "=",
        "alpine",
        "a:1",
        "AS ",
        "as b",
        "0",
        "-1",
        "{",
        "[",
        "]",
        "{{",
        "<%",
        "--platform=",
        "$TARGETPLATFORM",
        "@sha256:",
        "\uFEFF",
        "\u00e9",
        "\u0000",
        ","
    };

    @ParameterizedTest
    @MethodSource("seeds")
    void neverThrowsWhateverTheText(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            StringBuilder text = new StringBuilder();
            int pieces = random.nextInt(60);
            for (int j = 0; j < pieces; j++) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            assertThatCode(() -> evaluate(text.toString())).as(text.toString()).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void neverThrowsWhateverTheBytes(long seed) {
        Random random = new Random(seed);
        byte[] bytes = new byte[2000];
        random.nextBytes(bytes);

        assertThatCode(() -> Dockerfile.parse(bytes).evaluate(Map.of(), Platform.LINUX_AMD64))
                .doesNotThrowAnyException();
    }

    static java.util.stream.LongStream seeds() {
        return java.util.stream.LongStream.range(0, 20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FROM a\n",
                "RUN x \\\n",
                "\\\n",
                "FROM a\nRUN <<EOF\n",
                "ARG A=$A$A\n",
                "ONBUILD ",
                "FROM ${A:-",
                "RUN --mount=from=a,",
                "x",
                "{\"a\":[",
                "\"",
                "FROM a AS b\nFROM b AS c\nCOPY --from=b a b\n",
                " ",
                "# escape=`\n"
            })
    void readsMegabytesToTheEnd(String repeated) {
        String text = repeated.repeat(4_000_000 / repeated.length());

        assertThatCode(() -> evaluate(text)).doesNotThrowAnyException();
    }

    @Test
    void knowsTheDefaultsThatANameComesFrom() {
        String text = "ARG V=3.12\nARG BASE=\"python:${V}\"\nARG UNUSED=x\nFROM ${BASE}-slim\n";

        Pull pull = evaluate(text).pulls().getFirst();

        assertThat(pull.defaults())
                .extracting(span -> text.substring(span.start(), span.end()))
                .containsExactly("3.12", "\"python:${V}\"");
    }

    @Test
    void hasNoDefaultWhereABuildArgumentReplacesIt() {
        Dockerfile dockerfile = Dockerfile.parse("ARG V=1\nFROM a:$V\n".getBytes(StandardCharsets.UTF_8));

        assertThat(dockerfile
                        .evaluate(Map.of("V", "2"), Platform.LINUX_AMD64)
                        .pulls()
                        .getFirst()
                        .defaults())
                .isEmpty();
    }

    @Test
    void countsSpansInBytes() {
        String text = "# \u00e4\u00f6\u00fc \u20ac\nFROM alpine:3\n";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        Span span = evaluate(text).pulls().getFirst().span();

        assertThat(new String(bytes, span.start(), span.end() - span.start(), StandardCharsets.UTF_8))
                .isEqualTo("alpine:3");
    }

    @Test
    void knowsWhichArgumentsMatter() {
        Dockerfile dockerfile = Dockerfile.parse("ARG A B=1\nFROM a\nARG C\n".getBytes(StandardCharsets.UTF_8));

        assertThat(dockerfile.parameters()).contains("A", "B", "TARGETARCH").doesNotContain("C");
    }

    private static Pulls evaluate(String text) {
        return Dockerfile.parse(text.getBytes(StandardCharsets.UTF_8)).evaluate(Map.of(), Platform.LINUX_ARM64);
    }

    @Test
    void refusesMoreInstructionsThanAnybodyWrites() {
        byte[] file = ("FROM a\n" + "ARG A=1\n".repeat(200_001)).getBytes(StandardCharsets.UTF_8);

        Pulls pulls = Dockerfile.parse(file).evaluate(Map.of(), Platform.LINUX_AMD64);

        assertThat(pulls.pulls()).hasSize(1);
        assertThat(pulls.problems())
                .containsExactly(new DockerfileProblem.BadSyntax(200_001, "ARG", SyntaxError.TOO_MANY));
    }
}
