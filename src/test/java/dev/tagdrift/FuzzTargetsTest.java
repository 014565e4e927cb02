package dev.tagdrift;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is fuzzed is found by the names of classes, and of a class the first target alone is. */
class FuzzTargetsTest {
    private static final Pattern TARGET = Pattern.compile("^ +@FuzzTest\\b", Pattern.MULTILINE);

    @Test
    void eachTargetHasAClassThatSaysSo() throws IOException {
        List<Path> sources;
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            sources = files.filter(file -> file.toString().endsWith(".java")).toList();
        }
        assertThat(sources.stream().filter(FuzzTargetsTest::isNamed)).isNotEmpty();
        for (Path source : sources) {
            assertThat(TARGET.matcher(Files.readString(source)).results())
                    .as(source.toString())
                    .hasSize(isNamed(source) ? 1 : 0);
        }
    }

    private static boolean isNamed(Path source) {
        return source.toString().endsWith("FuzzTest.java");
    }
}
