package dev.tagdrift.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.pin.FileChange.Trouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that could not be written comes with what to do before the next try. */
class PinTroubleWordingTest {
    @ParameterizedTest
    @CsvSource({
        "NO_PERMISSION, 'give permission there, then run the command again'",
        "IO_ERROR, 'make room or give permission there, then run the command again'",
        "CHANGED_MEANWHILE, run the command again",
        "NOT_READABLE, run the command again"
    })
    void saysWhatToDoFirst(Trouble trouble, String hint) {
        assertThat(PinTroubleWording.trouble("Dockerfile", trouble).hints()).containsExactly(hint);
    }
}
