package dev.tagdrift.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExpanderTest {
    private static final Map<String, String> SET = Map.of(
            "PWD", "/home",
            "SHELL", "bash",
            "VERSION", "v1.2.3",
            "PATH_LIKE", "/a/b/c.tar.gz",
            "EMPTY", "",
            "STAR", "a*b?c",
            "INNER", "PWD");

    static Stream<Arguments> table() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/expansion.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> {
                    int bar = line.lastIndexOf('|');
                    String expected = line.substring(bar + 1).strip();
                    return Arguments.of(line.substring(0, bar).strip(), expected.equals("<>") ? "" : expected);
                });
    }

    @ParameterizedTest
    @MethodSource("table")
    void expandsAsBuildKitDoes(String word, String expected) {
        assertThat(outcome(word, '\\')).isEqualTo(expected);
    }

    @Test
    void takesTheEscapeCharacterOfTheFile() {
        assertThat(outcome("c:\\a`$PWD`\"", '`')).isEqualTo("c:\\a$PWD\"");
    }

    @Test
    void refusesWhatIsTooDeepOrTooLong() {
        String deep = "${A:-".repeat(100_000) + "}".repeat(100_000);

        assertThat(outcome(deep, '\\')).isEqualTo("ERROR TOO_COMPLEX");
        assertThatThrownBy(() -> Expander.expand("$A", '\\', name -> Optional.of(Value.given("x".repeat(8 << 20)))))
                .isInstanceOfSatisfying(
                        BadWordException.class, e -> assertThat(e.reason()).isEqualTo(SyntaxError.TOO_COMPLEX));
        assertThat(outcome("x".repeat(5000), '\\')).hasSize(5000);
    }

    @Test
    void knowsWhichVariableHadNoValue() throws BadWordException {
        Value value = Expander.expand("a${EMPTY}${UNSET}", '\\', ExpanderTest::value);

        assertThat(value.missing()).contains("EMPTY");
        assertThat(Expander.expand("${UNSET:-x}", '\\', ExpanderTest::value).missing())
                .isEmpty();
    }

    @Test
    void hasReasonsForItsErrors() {
        assertThatThrownBy(() -> Expander.expand("'", '\\', ExpanderTest::value))
                .isInstanceOfSatisfying(
                        BadWordException.class, e -> assertThat(e.reason()).isEqualTo(SyntaxError.UNCLOSED_QUOTE));
    }

    private static String outcome(String word, char escape) {
        try {
            return Expander.expand(word, escape, ExpanderTest::value).text();
        } catch (BadWordException e) {
            return "ERROR " + e.reason();
        }
    }

    private static Optional<Value> value(String name) {
        return Optional.ofNullable(SET.get(name)).map(Value::given);
    }
}
