package dev.tagdrift.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.image.Platform;
import dev.tagdrift.image.ResolvedImage.Index;
import dev.tagdrift.testing.Resolved;
import org.junit.jupiter.api.Test;

class PlatformChangesTest {
    private static final Platform AMD64 = Platform.LINUX_AMD64;
    private static final Platform ARM64 = Resolved.platform("linux/arm64");
    private static final Platform S390X = Resolved.platform("linux/s390x");
    private static final Platform ARM = Resolved.platform("linux/arm/v7");

    @Test
    void tellsEachPlatformOnce() {
        Index locked = Resolved.index(
                "locked",
                Resolved.entry(AMD64, "same"),
                Resolved.entry(ARM64, "before"),
                Resolved.entry(ARM, "before"));
        Index current = Resolved.index(
                "current",
                Resolved.entry(AMD64, "same"),
                Resolved.entry(ARM64, "after"),
                Resolved.entry(S390X, "after"));
        PlatformChanges changes = PlatformChanges.between(locked, current);
        assertThat(changes.same()).containsExactly(AMD64);
        assertThat(changes.rebuilt()).containsExactly(ARM64);
        assertThat(changes.removed()).containsExactly(ARM);
        assertThat(changes.added()).containsExactly(S390X);
    }

    /** Windows has several images of what is one platform here; in which order they stand means nothing. */
    @Test
    void ordersOfEntriesDoNotMatter() {
        Index locked = Resolved.index("locked", Resolved.entry(AMD64, "a"), Resolved.entry(AMD64, "b"));
        Index current = Resolved.index("current", Resolved.entry(AMD64, "b"), Resolved.entry(AMD64, "a"));
        assertThat(PlatformChanges.between(locked, current).same()).containsExactly(AMD64);
        Index one = Resolved.index("one", Resolved.entry(AMD64, "b"));
        assertThat(PlatformChanges.between(locked, one).rebuilt()).containsExactly(AMD64);
    }

    @Test
    void singleImageHasNoPlatformsToCompare() {
        Index index = Resolved.index("locked");
        assertThat(PlatformChanges.between(
                        index, Resolved.single(Resolved.index("current").descriptor())))
                .isEqualTo(PlatformChanges.NONE);
    }
}
