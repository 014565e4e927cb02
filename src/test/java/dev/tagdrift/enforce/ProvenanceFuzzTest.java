package dev.tagdrift.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tagdrift.enforce.Provenance.Listed;
import dev.tagdrift.testing.Attested;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A regression test of the inputs at hand in every build; a search for more with {@code JAZZER_FUZZ=1}. */
class ProvenanceFuzzTest {
    /** Of {@code {"uri":"pkg:docker/a@sha256:..."}}. */
    private static final int SHORTEST = 90;

    @FuzzTest(maxDuration = "15s")
    void whatIsListedCanBeWrittenAndReadAgain(FuzzedDataProvider data) throws IOException {
        byte[] statement = data.consumeRemainingAsBytes();

        if (read(statement) instanceof Listed listed) {
            assertThat(listed.materials()).hasSizeLessThanOrEqualTo(statement.length / SHORTEST);
            assertThat(read(written(listed.materials()))).isEqualTo(listed);
        }
    }

    private static Provenance read(byte[] statement) throws IOException {
        return ProvenanceCodec.read(new ByteArrayInputStream(statement));
    }

    private static byte[] written(List<Material> materials) {
        return Attested.slsa1(materials.stream()
                        .map(one -> Attested.material(
                                WrittenUrl.of(new ImageUrl(one.reference(), one.platform())), one.digest()))
                        .toArray(String[]::new))
                .getBytes(StandardCharsets.UTF_8);
    }
}
