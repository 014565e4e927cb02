package dev.tagdrift.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tagdrift.image.Referrer;
import java.util.List;

/** A regression test of the inputs at hand in every build; a search for more with {@code JAZZER_FUZZ=1}. */
class ReferrersFuzzTest {
    /** Of {@code {"digest":"sha256:..."}}. */
    private static final int SHORTEST = 84;

    @FuzzTest(maxDuration = "15s")
    void whatIsReadCanBeWrittenAndReadAgain(FuzzedDataProvider data) throws UnreadableDocumentException {
        byte[] body = data.consumeRemainingAsBytes();
        List<Referrer> referrers;
        try {
            referrers = ReferrersCodec.read(body);
        } catch (UnreadableDocumentException e) {
            return;
        }

        assertThat(referrers).hasSizeLessThanOrEqualTo(body.length / SHORTEST);
        assertThat(ReferrersCodec.read(WrittenDocument.of(referrers))).isEqualTo(referrers);
    }
}
