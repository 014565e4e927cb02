package dev.tagdrift.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TagMobilityTest {
    @ParameterizedTest
    @CsvSource({
        "3.12.4-slim-bookworm, PATCH_ON_RELEASE",
        "3.12.4-alpine3.20, PATCH_ON_RELEASE",
        "1.22.5-bookworm, PATCH_ON_RELEASE",
        "8.0.6-windowsservercore-ltsc2022, PATCH_ON_RELEASE",
        "3.12.4-slim, PATCH",
        "v2.10.3, PATCH",
        "3.20.1, PATCH",
        "20240612, PATCH",
        "bookworm-20240612-slim, PATCH",
        "3.12-slim, MINOR",
        "3.12-slim-bookworm, MINOR",
        "24.04, MINOR",
        "3.13.0rc1-slim, PATCH",
        "3.14-rc, MINOR",
        "3-alpine, MAJOR",
        "12, MAJOR",
        "v2, MAJOR",
        "17-jre, MAJOR",
        "latest, LATEST",
        "slim, UNVERSIONED",
        "edge, UNVERSIONED",
        "bookworm-slim, UNVERSIONED",
        "main, UNVERSIONED"
    })
    void tagPromisesWhatItsWordsSay(String tag, TagMobility mobility) {
        assertThat(TagMobility.of(tag)).isEqualTo(mobility);
    }
}
