package dev.tagdrift.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageConfig;
import dev.tagdrift.image.ImageConfig.Step;
import dev.tagdrift.image.Platform;
import dev.tagdrift.image.RunConfig;
import dev.tagdrift.testing.Resolved;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One layer is what is left of a squashed image, or all that the base had. */
class BuiltImageTest {
    private static final Step ADD = new Step("ADD rootfs.tar.gz / # buildkit", true);
    private static final Step CMD = new Step("CMD [\"/bin/sh\"]", false);

    private static boolean isFlat(int layers, Step... history) {
        List<Digest> diffIds = IntStream.range(0, layers)
                .mapToObj(i -> Resolved.digest("layer " + i))
                .toList();
        return BuiltImage.of(new ImageConfig(
                        Platform.LINUX_AMD64, Optional.empty(), RunConfig.NONE, diffIds, Arrays.asList(history)))
                .flat();
    }

    @Test
    void layerThatOneOfSeveralStepsMadeIsNoSquashedImage() {
        assertThat(isFlat(1, ADD, CMD)).isFalse();
        assertThat(isFlat(2)).isFalse();
    }

    @Test
    void layerOfWhichNothingIsToldMayBeASquashedImage() {
        assertThat(isFlat(1)).isTrue();
        assertThat(isFlat(1, ADD)).isTrue();
        assertThat(isFlat(1, new Step("", true), CMD)).isTrue();
    }

    @Test
    void historyOfOtherLayersTellsNothing() {
        assertThat(isFlat(1, ADD, new Step("RUN make", true), CMD)).isTrue();
        assertThat(isFlat(1, CMD, CMD)).isTrue();
    }
}
