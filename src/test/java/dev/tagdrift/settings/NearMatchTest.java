package dev.tagdrift.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearMatchTest {
    private static final List<String> KNOWN =
            List.of("include", "exclude", "platforms", "build-args", "builds", "fail-on", "os");

    @ParameterizedTest
    @CsvSource({
        "inclde, include",
        "inculde, include",
        "xclude, exclude",
        "platform, platforms",
        "build_args, build-args",
        "build, builds",
        "failon, fail-on",
        "so, os",
        "include, include"
    })
    void finds(String wrong, String meant) {
        assertThat(NearMatch.of(wrong, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"ignore", "x", "''", "registries", "abcdefghij"})
    void findsNothingThatIsFar(String wrong) {
        assertThat(NearMatch.of(wrong, KNOWN)).isEmpty();
    }

    @Test
    void theNearestComeFirstAndEqualOnesByName() {
        List<String> known = List.of("python:3.13", "python:3.11", "python:3.12-slim", "node:20", "python:3.12");

        assertThat(NearMatch.nearest("python:3.12", known, 3))
                .containsExactly("python:3.12", "python:3.11", "python:3.13");
    }
}
