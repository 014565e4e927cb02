package dev.tagdrift.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.eclipse.jgit.ignore.FastIgnoreRule;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IgnorePatternTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "*.df",
                "docker/*.df",
                "**/x",
                "x/**",
                "!a",
                "a b",
                "a/",
                "\\#a",
                "a]",
                "{a,b}",
                "[]a]",
                "[!]a]",
                "[^a]",
                "[\\]]",
                "\\[a",
                "a[[:alpha:]]",
                "[a-]",
                "[--a]",
                "[[]"
            })
    void canMatch(String pattern) {
        assertThat(IgnorePattern.canMatch(pattern)).isTrue();
        assertThat(new FastIgnoreRule(pattern).isEmpty()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "/", "//", "!", "!/", "#a", "[", "[a", "[]", "[!]", "[a\\]", "x/[y/z", "[a/b]", "[z-a]", "**["
            })
    void cannotMatch(String pattern) {
        assertThat(IgnorePattern.canMatch(pattern)).isFalse();
        assertThat(new FastIgnoreRule(pattern).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "a\nb", "a\\/b"})
    void isStricterThanTheMatcher(String pattern) {
        assertThat(IgnorePattern.canMatch(pattern)).isFalse();
    }

    @RepeatedTest(10)
    void refusesNothingThatTheMatcherTakes(RepetitionInfo repetition) {
        String alphabet = "[[]]!^-abz*?/\\";
        Random random = new Random(repetition.getCurrentRepetition());
        for (int i = 0; i < 2_000; i++) {
            String pattern = random.ints(random.nextInt(8), 0, alphabet.length())
                    .collect(StringBuilder::new, (b, c) -> b.append(alphabet.charAt(c)), StringBuilder::append)
                    .toString();
            if (!IgnorePattern.canMatch(pattern) && !pattern.contains("\\/")) {
                assertThat(new FastIgnoreRule(pattern).isEmpty()).as(pattern).isTrue();
            }
        }
    }
}
