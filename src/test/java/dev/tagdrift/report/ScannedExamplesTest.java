package dev.tagdrift.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of docs/concepts/what-is-scanned.md: a fenced Dockerfile, and the indented lines that are told of it. */
class ScannedExamplesTest {
    private static final Path DOCUMENT = Path.of("docs/concepts/what-is-scanned.md");

    static Stream<EdgeCase> examples() throws IOException {
        List<EdgeCase> examples = new ArrayList<>();
        List<String> lines = Files.readAllLines(DOCUMENT);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).equals("```dockerfile")) {
                int end = i + lines.subList(i, lines.size()).indexOf("```");
                List<String> told = lines.subList(end + 2, lines.size()).stream()
                        .takeWhile(line -> line.startsWith("    "))
                        .map(String::strip)
                        .toList();
                String file = String.join("\n", lines.subList(i + 1, end)) + "\n";
                examples.add(new EdgeCase("line " + (i + 1), List.of(), file, told));
            }
        }
        return examples.stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void tellsWhatTheDocumentSays(EdgeCase example, @TempDir Path folder) throws IOException {
        assertThat(example.told(folder)).containsExactlyInAnyOrderElementsOf(example.expected());
    }

    @Test
    void findsTheExamples() throws IOException {
        assertThat(examples()).hasSizeGreaterThan(5);
    }
}
