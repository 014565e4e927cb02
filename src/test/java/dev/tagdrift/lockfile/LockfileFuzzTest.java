package dev.tagdrift.lockfile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tagdrift.lockfile.LockfileReading.Absent;
import dev.tagdrift.lockfile.LockfileReading.Present;
import dev.tagdrift.lockfile.LockfileReading.Rejected;

/** A regression test of the inputs at hand in every build; a search for more with {@code JAZZER_FUZZ=1}. */
class LockfileFuzzTest {
    @FuzzTest(maxDuration = "15s")
    void whatIsReadCanBeWrittenAndReadAgain(FuzzedDataProvider data) {
        byte[] file = data.consumeRemainingAsBytes();

        switch (LockfileReading.of(file)) {
            case Absent none -> throw new AssertionError("it is there");
            case Rejected(LockfileProblem problem) -> assertThat(problem.line()).isBetween(1, file.length + 1);
            case Present present -> {
                String text = LockfileCodec.write(present.lockfile());
                assertThat(LockfileReading.of(text.getBytes(UTF_8))).isEqualTo(present);
            }
        }
    }
}
