package dev.tagdrift.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.image.InvalidReferenceException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TagCandidatesTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "3.12-slim,          3.12.4, bookworm,   3.12.4-slim-bookworm 3.12.4-slim 3.12-slim-bookworm",
                "3-slim,             3.12.4, bookworm,   3.12.4-slim-bookworm 3.12.4-slim 3-slim-bookworm",
                "3.12-slim-bookworm, 3.12.4, bookworm,   3.12.4-slim-bookworm",
                "3.12.4-slim,        3.12.4, bookworm,   3.12.4-slim-bookworm",
                "3.12-alpine,        3.12.4, alpine3.20, 3.12.4-alpine3.20 3.12.4-alpine 3.12-alpine3.20",
                "slim,               3.12.4, bookworm,   3.12.4-slim-bookworm 3.12.4-slim slim-bookworm",
                "latest,             3.12.4, bookworm,   3.12.4-bookworm 3.12.4",
                "v2.10,              2.10.3, -,          v2.10.3",
                "3.12-slim,          3.13.0, bookworm,   3.12-slim-bookworm",
                "3.12-slim,          -,      bookworm,   3.12-slim-bookworm",
                "3.12-slim,          3.12.4, -,          3.12.4-slim",
                "3.12-slim,          -,      -,          ''",
                "3.12.4-slim-bookworm, 3.12.4, bookworm, ''",
                "3.13.0rc2-slim,     3.13.0, bookworm,   3.13.0rc2-slim-bookworm",
                "17-jre,             17.0.9, jammy,      17.0.9-jre-jammy 17.0.9-jre 17-jre-jammy",
                "12slim,             3.12.4, bookworm,   ''",
                "main-1a2b3c4,       3.12.4, bookworm,   ''",
                "my_tag,             3.12.4, bookworm,   ''",
                "3.12-,              3.12.4, bookworm,   ''",
                "latest,             3.12.4, my own,     3.12.4"
            })
    void candidatesAreWhatTheCustomsOfImagesMake(
            String tag, @Nullable String version, @Nullable String release, String expected)
            throws InvalidReferenceException {
        Tagged name = (Tagged) ImageReference.parse("python:" + tag);
        assertThat(TagCandidates.of(name, Optional.ofNullable(version), Optional.ofNullable(release)).stream()
                        .map(Tagged::tag))
                .containsExactly(expected.isEmpty() ? new String[0] : expected.split(" "));
    }

    /** Versions and releases are what an image says. */
    @Test
    void whatIsNoTagIsNoCandidate() throws InvalidReferenceException {
        Tagged latest = (Tagged) ImageReference.parse("python:latest");
        assertThat(TagCandidates.of(latest, Optional.of("1." + "1".repeat(127)), Optional.empty()))
                .isEmpty();
    }
}
