package dev.tagdrift.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** A regression test of the inputs at hand in every build; a search for more with {@code JAZZER_FUZZ=1}. */
class VersionFuzzTest {
    @FuzzTest(maxDuration = "15s")
    void anyVersionsHaveAnOrder(FuzzedDataProvider data) {
        PackageFormat format = data.pickValue(PackageFormat.values());
        String one = data.consumeString(100);
        String other = data.consumeRemainingAsString();

        assertThat(format.versions().compare(one, other))
                .isEqualTo(-format.versions().compare(other, one));
    }
}
