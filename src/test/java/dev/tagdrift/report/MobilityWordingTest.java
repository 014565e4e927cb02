package dev.tagdrift.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What moves a tag is told with what its name leaves open. */
class MobilityWordingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3.12.4-slim-bookworm | each rebuild: the tag names a patch version and the release `bookworm`",
                "3.12.4-slim | each rebuild and release of the system: the tag names a patch version",
                "3.12-slim | each patch, rebuild and release of the system: the tag names a minor version",
                "3.12-bookworm | each patch and rebuild: the tag names a minor version and the release `bookworm`",
                "3 | each minor version, patch, rebuild and release of the system: the tag names a major version",
                "bookworm-slim | each version and rebuild: the tag names the release `bookworm`",
                "latest | everything: the tag names no version",
                "slim | everything: the tag names no version"
            })
    void tellsWhatMovesATag(String tag, String words) {
        assertThat(MobilityWording.movers(tag) + MobilityWording.reason(tag)).isEqualTo(words);
    }
}
