package dev.tagdrift;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keeps files and methods short. The limits fail the build; the medians are goals and are printed. */
class BudgetTest {
    private static final int LONGEST_FILE = 300;
    private static final int LONGEST_METHOD = 40;

    @ParameterizedTest
    @ValueSource(strings = {"src/main/java", "src/test/java"})
    void filesAndMethodsAreShort(String folder) throws IOException {
        List<SourceLengths> sources = read(Path.of(folder));

        assertThat(sources).isNotEmpty();
        assertThat(tooLong(sources)).isEmpty();
    }

    @Test
    void printsHowLongTheyAre() throws IOException {
        List<SourceLengths> sources = read(Path.of("src/main/java"));

        print("files", sources.stream().mapToInt(SourceLengths::lines), "60 and 150");
        print("methods", methods(sources).stream().mapToInt(SourceLengths.Method::lines), "5 and 15");
    }

    @ParameterizedTest
    @CsvSource({"38, 0", "39, 1"})
    void countsFromTheSignatureToTheBrace(int lines, int found) {
        String method =
                "    /** Comment. */\n    @Deprecated\n    @SuppressWarnings(\"x\")\n    <T> Sample(\n            T t) {\n"
                        + "        int i;\n".repeat(lines - 1) + "    }\n";

        var sample = SourceLengths.of("Sample", "class Sample {\n" + method + "    int one() { return 1; }\n}\n");

        assertThat(tooLong(List.of(sample))).hasSize(found);
        assertThat(sample.methods())
                .containsExactly(
                        new SourceLengths.Method("Sample:5 <init>", lines + 2),
                        new SourceLengths.Method("Sample:" + (lines + 7) + " one", 1));
    }

    @Test
    void countsInitialisersCompactConstructorsAndInnerMethods() {
        var sample = SourceLengths.of("R", """
                record R(int i) {
                    static {
                        int j;
                    }
                    R {
                        Object o = new Object() {
                            @Override public String toString() {
                                return "";
                            }
                        };
                    }
                }
                """);

        assertThat(sample.lines()).isEqualTo(12);
        assertThat(sample.methods())
                .containsExactlyInAnyOrder(
                        new SourceLengths.Method("R:2 initialiser", 3),
                        new SourceLengths.Method("R:5 <init>", 7),
                        new SourceLengths.Method("R:7 toString", 3));
    }

    private static List<String> tooLong(List<SourceLengths> sources) {
        var files = sources.stream()
                .filter(file -> file.lines() > LONGEST_FILE)
                .map(file -> file.name() + " has " + file.lines() + " lines; the limit is " + LONGEST_FILE);
        var methods = methods(sources).stream()
                .filter(method -> method.lines() > LONGEST_METHOD)
                .map(method -> method.where() + " has " + method.lines() + " lines; the limit is " + LONGEST_METHOD);
        return Stream.concat(files, methods).toList();
    }

    private static List<SourceLengths.Method> methods(List<SourceLengths> sources) {
        return sources.stream().flatMap(file -> file.methods().stream()).toList();
    }

    private static List<SourceLengths> read(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(SourceLengths::of)
                    .toList();
        }
    }

    private static void print(String what, IntStream lines, String goal) {
        int[] sorted = lines.sorted().toArray();
        System.out.printf(
                "%s: %d, lines median %d, p90 %d, longest %d (goal: median and p90 at most %s)%n",
                what, sorted.length, at(sorted, 0.5), at(sorted, 0.9), at(sorted, 1), goal);
    }

    private static int at(int[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
