package dev.tagdrift.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.image.Digest;
import dev.tagdrift.image.Platform;
import dev.tagdrift.testing.Resolved;
import dev.tagdrift.testing.Uses;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImageUsesTest {
    private static final Digest A = Resolved.digest("a");
    private static final Digest B = Resolved.digest("b");
    private static final ImageUse TAGGED = Uses.at("Dockerfile", 1, "python:3.12");
    private static final ImageUse PIN_A = Uses.at("Dockerfile", 2, "python:3.12@" + A);
    private static final ImageUse PIN_B = Uses.at("Dockerfile", 3, "python:3.12@" + B);
    private static final ImageUse ALONE = Uses.at("Dockerfile", 4, "python@" + A);

    @Test
    void usesOfOneTagBelongTogetherHoweverTheyAreWritten() {
        ImageUse canonical = Uses.of("docker.io/library/python:3.12");
        assertThat(ImageUses.byName(List.of(PIN_A, canonical, TAGGED, ALONE)))
                .containsExactly(Map.entry(
                        Uses.tag("python:3.12"),
                        new ImageUses(Uses.tag("python:3.12"), List.of(canonical, TAGGED), List.of(PIN_A))));
    }

    @Test
    void tagsAreSorted() {
        assertThat(ImageUses.byName(List.of(Uses.of("b:1"), Uses.of("a:2"), Uses.of("a:1@" + A)))
                        .keySet())
                .containsExactly(Uses.tag("a:1"), Uses.tag("a:2"), Uses.tag("b:1"));
    }

    @Test
    void referencesWithADigestAloneAreApart() {
        assertThat(ImageUses.byDigest(List.of(TAGGED, PIN_A, ALONE, ALONE)))
                .containsExactly(Map.entry(Uses.digested("python@" + A), List.of(ALONE, ALONE)));
    }

    @Test
    void thoseThatCanMoveComeFirst() {
        assertThat(uses(PIN_A, TAGGED).all()).containsExactly(TAGGED, PIN_A);
    }

    @Test
    void aPinCountsOnlyWhereAllAgreeOnIt() {
        assertThat(uses(PIN_A, PIN_A).onlyPin()).contains(A);
        assertThat(uses(PIN_A, PIN_B).onlyPin()).isEmpty();
        assertThat(uses(PIN_A, TAGGED).onlyPin()).isEmpty();
        assertThat(uses(TAGGED).onlyPin()).isEmpty();
        assertThat(uses(PIN_A, PIN_B, TAGGED).pins()).containsExactlyInAnyOrder(A, B);
    }

    @Test
    void theUsualPlatformsAreWantedWhereNobodyConfiguredAny() {
        assertThat(uses(TAGGED).wanted()).containsExactly(Platform.LINUX_AMD64, Platform.LINUX_ARM64);
        assertThat(uses(TAGGED).required()).isEmpty();
    }

    @Test
    void configuredPlatformsOfAllUsesAreRequired() {
        ImageUse s390x = Uses.of("python:3.12", "linux/s390x");
        ImageUse pinned = Uses.of("python:3.12@" + A, "linux/386");
        assertThat(uses(s390x, pinned).required())
                .extracting(Platform::toString)
                .containsExactly("linux/386", "linux/s390x");
        assertThat(uses(s390x, pinned).wanted()).isEqualTo(uses(s390x, pinned).required());
        assertThat(uses(s390x, TAGGED).wanted())
                .extracting(Platform::toString)
                .containsExactly("linux/amd64", "linux/arm64", "linux/s390x");
    }

    private static ImageUses uses(ImageUse... uses) {
        return ImageUses.byName(List.of(uses)).values().iterator().next();
    }
}
