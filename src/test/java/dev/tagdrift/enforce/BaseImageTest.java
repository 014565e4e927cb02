package dev.tagdrift.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.enforce.BaseImage.Known;
import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageReference.Digested;
import dev.tagdrift.image.Platform;
import dev.tagdrift.image.Repository;
import dev.tagdrift.testing.Resolved;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is locked of some platforms says nothing of the others. */
class BaseImageTest {
    private static final Platform SIX = Resolved.platform("linux/arm/v6");
    private static final Platform SEVEN = Resolved.platform("linux/arm/v7");
    private static final Digest INDEX = Resolved.digest("index");
    private static final Digest MANIFEST = Resolved.digest("manifest");
    private static final Digest OTHER = Resolved.digest("other");

    @Test
    void goesStraightToTheImageOfALockedPlatform() {
        assertThat(locked(SIX).nearest(SIX)).isEqualTo(MANIFEST);
        assertThat(locked(SIX).isAmong(List.of(OTHER), SIX)).contains(false);
    }

    @Test
    void takesNoOtherVariantForTheOneThatABuildTakes() {
        for (Known known : List.of(locked(SIX), locked(Platform.LINUX_AMD64))) {
            assertThat(known.nearest(SEVEN)).isEqualTo(INDEX);
            assertThat(known.isAmong(List.of(OTHER), SEVEN)).isEmpty();
        }
        assertThat(locked(SEVEN).nearest(SIX)).isEqualTo(INDEX);
        assertThat(locked(SEVEN).isAmong(List.of(OTHER), SIX)).isEmpty();
    }

    @Test
    void knowsItsOwnDigestsWhateverThePlatform() {
        assertThat(locked(SIX).isAmong(List.of(OTHER, INDEX), SEVEN)).contains(true);
        assertThat(locked(SIX).isAmong(List.of(MANIFEST), SEVEN)).contains(true);
    }

    private static Known locked(Platform platform) {
        return new Known(
                new Digested(new Repository("docker.io", "library/alpine"), INDEX),
                INDEX,
                new TreeMap<>(Map.of(platform, MANIFEST)));
    }
}
