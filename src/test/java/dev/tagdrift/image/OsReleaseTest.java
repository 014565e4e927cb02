package dev.tagdrift.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OsReleaseTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "debian 12 (bookworm)",
                "debian (forky)",
                "ubuntu 24.04 (noble)",
                "alpine 3.20",
                "arch",
                "opensuse-leap 15.6",
                "windows 10.0.20348"
            })
    void whatIsWrittenIsReadBack(String text) {
        assertThat(OsRelease.parse(text))
                .hasValueSatisfying(release -> assertThat(release).hasToString(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Debian 12", "debian  12", "debian 12 bookworm", "debian 12 (book", "debian\n12"})
    void otherFormsAreNone(String text) {
        assertThat(OsRelease.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "debian 12 (bookworm), debian 12, true",
        "debian 11 (bullseye), debian 12 (bookworm), false",
        "debian (trixie), debian 13 (trixie), true",
        "debian (trixie), debian (forky), false",
        "ubuntu 24.04 (noble), debian 24.04 (noble), false",
        "arch, arch, true"
    })
    void versionsTellReleasesApart(String one, String other, boolean same) {
        OsRelease first = OsRelease.parse(one).orElseThrow();
        OsRelease second = OsRelease.parse(other).orElseThrow();
        assertThat(first.isSame(second)).isEqualTo(same);
        assertThat(second.isSame(first)).isEqualTo(same);
    }

    @Test
    void strangersWordsAreMadeSafe() {
        assertThat(new OsRelease("De\u001b[31mbian", "1\n2", "book\u202eworm (x)"))
                .hasToString("de31mbian 12 (book worm  x)");
        assertThatIllegalArgumentException().isThrownBy(() -> new OsRelease("\u0000", "1", ""));
    }

    @RepeatedTest(200)
    void whateverStrangersWriteIsReadBack(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        OsRelease release = new OsRelease("a" + text(random), text(random), text(random));
        assertThat(OsRelease.parse(release.toString())).contains(release);
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(60), 0, 300)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
