package dev.tagdrift.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** A regression test of the inputs at hand in every build; a search for more with {@code JAZZER_FUZZ=1}. */
class ImageUrlFuzzTest {
    @FuzzTest(maxDuration = "15s")
    void whatIsReadCanBeWrittenAndReadAgain(FuzzedDataProvider data) {
        ImageUrl.parse(data.consumeRemainingAsString())
                .ifPresent(url -> assertThat(ImageUrl.parse(WrittenUrl.of(url))).contains(url));
    }
}
