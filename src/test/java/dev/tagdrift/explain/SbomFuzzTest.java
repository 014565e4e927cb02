package dev.tagdrift.explain;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** A regression test of the inputs at hand in every build; a search for more with {@code JAZZER_FUZZ=1}. */
class SbomFuzzTest {
    @FuzzTest(maxDuration = "15s")
    void anyBillOfMaterialsEndsInAnAnswer(FuzzedDataProvider data) throws IOException {
        FuzzedReadings.check(SbomCodec.read("sbom", new ByteArrayInputStream(data.consumeRemainingAsBytes())));
    }
}
