package dev.tagdrift.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigestTest {
    private static final byte[] NOTHING = new byte[0];
    private static final String OF_NOTHING = "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @Test
    void hashesContent() {
        assertThat(Digest.of(NOTHING)).hasToString(OF_NOTHING);
        assertThat(Digest.of(NOTHING).matches(NOTHING)).isTrue();
        assertThat(Digest.of(NOTHING).matches("x".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    @Test
    void matchesContentBySha512Too() {
        String hex = "cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce"
                + "47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e";

        assertThat(Digest.parse("sha512:" + hex).orElseThrow().matches(NOTHING)).isTrue();
    }

    @Test
    void hasAShortFormForPeople() {
        assertThat(Digest.of(NOTHING).abbreviated()).isEqualTo("sha256:e3b0c44298fc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "sha256", "sha256:", "sha256:e3b0c44298fc", "sha1:da39a3ee5e6b4b0d3255bfef95601890afd80709"})
    void refusesWhatIsNoFullDigest(String text) {
        assertThat(Digest.parse(text)).isEmpty();
    }

    @Test
    void isNeverBuiltFromParts() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Digest("sha256", "abc"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Digest("sha256", OF_NOTHING.substring(7).toUpperCase(java.util.Locale.ROOT)));
    }
}
