package dev.tagdrift.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhrasesTest {
    /** A stranger's image may say any time, also one that calendars do not have. */
    @ParameterizedTest
    @CsvSource({
        "2023-06-14T10:00:00Z, 2023-06-14",
        "+12345-01-01T00:00:00Z, +12345-01-01",
        "+1000000000-01-01T17:59:59Z, +1000000000-01-01"
    })
    void tellsTheDayOfAnyTime(Instant time, String day) {
        assertThat(Phrases.built(Optional.of(time))).isEqualTo("  built " + day);
    }
}
