package dev.tagdrift.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tagdrift.image.ImageConfig;

/** A regression test of the inputs at hand in every build; a search for more with {@code JAZZER_FUZZ=1}. */
class ConfigFuzzTest {
    @FuzzTest(maxDuration = "15s")
    void whatIsReadCanBeWrittenAndReadAgain(FuzzedDataProvider data) throws UnreadableDocumentException {
        ImageConfig config;
        try {
            config = ConfigCodec.read(data.consumeRemainingAsBytes());
        } catch (UnreadableDocumentException e) {
            return;
        }

        // The words of a platform that are longer than any are shortened, each time that they are read.
        if (config.platform().toString().length() <= 200) {
            assertThat(ConfigCodec.read(WrittenDocument.of(config))).isEqualTo(config);
        }
    }
}
