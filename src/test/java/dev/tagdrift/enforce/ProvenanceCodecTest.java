package dev.tagdrift.enforce;

import static dev.tagdrift.testing.Attested.material;
import static dev.tagdrift.testing.Attested.slsa02;
import static dev.tagdrift.testing.Attested.slsa1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tagdrift.enforce.Provenance.Listed;
import dev.tagdrift.enforce.Provenance.NotReadable;
import dev.tagdrift.image.Digest;
import dev.tagdrift.image.Platform;
import dev.tagdrift.testing.Resolved;
import dev.tagdrift.testing.Uses;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProvenanceCodecTest {
    private static final Digest DIGEST = Resolved.digest("base");
    private static final String ALPINE = material("pkg:docker/alpine@3?platform=linux%2Famd64", DIGEST);

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Provenance read(String statement) throws IOException {
        return ProvenanceCodec.read(bytes(statement));
    }

    @Test
    void listsTheImagesOfBothVersions() throws IOException {
        String git = "{\"uri\":\"https://github.com/team/app.git\",\"digest\":{\"sha1\":\"12\"}}";
        for (String statement : new String[] {slsa02(git, ALPINE), slsa1(ALPINE, git)}) {
            assertThat(read(statement))
                    .isEqualTo(new Listed(
                            List.of(new Material(Uses.tag("alpine:3"), Optional.of(Platform.LINUX_AMD64), DIGEST))));
        }
    }

    @Test
    void digestOfTheNameStandsInForOneThatIsNotGiven() throws IOException {
        assertThat(read(slsa1("{\"uri\":\"pkg:docker/alpine@3?digest=" + DIGEST + "\"}")))
                .isInstanceOfSatisfying(
                        Listed.class,
                        listed -> assertThat(listed.materials())
                                .extracting(Material::digest)
                                .containsExactly(DIGEST));
        assertThat(read(slsa1("{\"uri\":\"pkg:docker/alpine@3\"}"))).isEqualTo(new Listed(List.of()));
    }

    @Test
    void materialsElsewhereAreNone() throws IOException {
        assertThat(read("{\"materials\":[" + ALPINE + "],\"predicate\":{\"buildConfig\":{\"materials\":[" + ALPINE
                        + "]},\"materials\":null}}"))
                .isEqualTo(new Listed(List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "[]",
                "1",
                "{}",
                "{\"predicate\":[]}",
                "{\"predicate\":{\"materials\":{}}}",
                "{\"predicate\":{\"materials\":[",
                "{\"predicate\":{\"materials\":[]}} x",
                "{\"predicate\":{\"materials\":[]}} {}",
            })
    void makesNoSense(String statement) throws IOException {
        assertThat(read(statement)).isEqualTo(new NotReadable());
    }

    @Test
    void oddMaterialsArePassedOver() throws IOException {
        assertThat(read(slsa02("1", "null", "[[]]", "{\"uri\":[]}", "{\"uri\":{},\"digest\":[]}", ALPINE)))
                .isInstanceOfSatisfying(
                        Listed.class, listed -> assertThat(listed.materials()).hasSize(1));
    }

    @Test
    void isBoundedInDepthLengthAndNumber() throws IOException {
        assertThat(read("{\"predicate\":" + "[".repeat(100_000))).isEqualTo(new NotReadable());
        assertThat(read(slsa02(IntStream.range(0, 10_001).mapToObj(i -> ALPINE).toArray(String[]::new))))
                .isEqualTo(new NotReadable());
        assertThat(ProvenanceCodec.read(new SequenceInputStream(bytes("{\"predicate\":"), new Endless())))
                .isEqualTo(new NotReadable());
    }

    @Test
    void brokenTransferIsNoStatement() throws IOException {
        InputStream broken = InputStream.nullInputStream();
        broken.close();
        assertThatThrownBy(() -> ProvenanceCodec.read(broken)).isInstanceOf(IOException.class);
    }

    /** White space without end, which no limit of JSON itself stops. */
    private static final class Endless extends InputStream {
        @Override
        public int read() {
            return ' ';
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            Arrays.fill(into, offset, offset + length, (byte) ' ');
            return length;
        }
    }
}
