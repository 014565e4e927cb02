package dev.tagdrift.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.image.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every folder below {@code dockerfiles} and {@code dockerfiles-invalid} is one case: a Dockerfile, the build arguments
 * in {@code args.txt} (with {@code --platform=} for the target) and what is expected of it.
 */
class GoldenDockerfilesTest {
    private static final Path RESOURCES = Path.of("src/test/resources");

    static Stream<Path> good() throws IOException {
        return cases("dockerfiles");
    }

    static Stream<Path> invalid() throws IOException {
        return cases("dockerfiles-invalid");
    }

    @ParameterizedTest
    @MethodSource("good")
    void readsWhatBuildKitReads(Path folder) throws IOException {
        Pulls pulls = evaluate(folder);

        assertThat(pulls.problems()).isEmpty();
        assertThat(Rendered.of(pulls)).isEqualTo(Files.readString(folder.resolve("expected.txt")));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void tellsWhatBuildKitRefuses(Path folder) throws IOException {
        Pulls pulls = evaluate(folder);

        assertThat(pulls.problems()).isNotEmpty();
        assertThat(Rendered.of(pulls)).isEqualTo(Files.readString(folder.resolve("expected.txt")));
    }

    @ParameterizedTest
    @MethodSource({"good", "invalid"})
    void spansCoverTheWordsInTheFile(Path folder) throws IOException {
        byte[] content = Files.readAllBytes(folder.resolve("Dockerfile"));
        for (Pull pull : evaluate(folder).pulls()) {
            Span span = pull.span();
            String covered = new String(content, span.start(), span.end() - span.start(), StandardCharsets.UTF_8);

            assertThat(covered.replaceAll("[\\\\`][ \\t]*\\r?\\n", "")).contains(pull.written());
        }
    }

    private static Stream<Path> cases(String folder) throws IOException {
        try (Stream<Path> cases = Files.list(RESOURCES.resolve(folder))) {
            return cases.sorted().toList().stream();
        }
    }

    private static Pulls evaluate(Path folder) throws IOException {
        Map<String, String> buildArgs = new HashMap<>();
        Path args = folder.resolve("args.txt");
        for (String line : Files.exists(args) ? Files.readAllLines(args) : List.<String>of()) {
            int equals = line.indexOf('=');
            buildArgs.put(line.substring(0, equals), line.substring(equals + 1));
        }
        String platform = buildArgs.getOrDefault("--platform", "linux/amd64");
        buildArgs.remove("--platform");
        Platform target = Platform.parse(platform).orElseThrow();
        return Dockerfile.parse(Files.readAllBytes(folder.resolve("Dockerfile")))
                .evaluate(buildArgs, target);
    }
}
