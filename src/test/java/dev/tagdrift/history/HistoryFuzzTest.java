package dev.tagdrift.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tagdrift.history.HistoryReading.Absent;
import dev.tagdrift.history.HistoryReading.Present;
import dev.tagdrift.history.HistoryReading.Reason;
import dev.tagdrift.history.HistoryReading.Rejected;
import java.util.List;
import java.util.stream.Collectors;

/** A regression test of the inputs at hand in every build; a search for more with {@code JAZZER_FUZZ=1}. */
class HistoryFuzzTest {
    @FuzzTest(maxDuration = "15s")
    void whatIsReadCanBeWrittenAndReadAgain(FuzzedDataProvider data) {
        byte[] file = data.consumeRemainingAsBytes();

        switch (HistoryCodec.read(file)) {
            case Absent none -> throw new AssertionError("it is there");
            case Rejected(Reason reason, int line) -> assertThat(line).isBetween(1, file.length);
            case Present(History history, List<Integer> cutLines, boolean ended) -> {
                assertThat(cutLines).allMatch(line -> line > 0 && line <= file.length);
                assertThat(HistoryCodec.lines(file).keySet()).containsAll(history.sightings());
                String text =
                        history.sightings().stream().map(HistoryCodec::line).collect(Collectors.joining());
                assertThat(HistoryCodec.read(text.getBytes(UTF_8))).isEqualTo(new Present(history, List.of(), true));
            }
        }
    }
}
