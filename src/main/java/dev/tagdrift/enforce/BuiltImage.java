package dev.tagdrift.enforce;

import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageConfig;
import dev.tagdrift.image.Platform;
import java.util.List;
import java.util.Optional;

/**
 * An image that somebody built.
 *
 * @param platform that it runs on
 * @param diffIds digests of its layers as uncompressed tar files, the lowest first
 * @param claim what it says about its base, if it says anything
 */
public record BuiltImage(Platform platform, List<Digest> diffIds, Optional<Claim> claim) {
    /** Copies the list. */
    public BuiltImage {
        diffIds = List.copyOf(diffIds);
    }

    /** An image, by its configuration. */
    public static BuiltImage of(ImageConfig config) {
        return new BuiltImage(
                config.platform(), config.diffIds(), Claim.of(config.run().labels()));
    }

    /** Whether these layers are its lowest ones. */
    boolean beginsWith(List<Digest> base) {
        return diffIds.size() >= base.size() && diffIds.subList(0, base.size()).equals(base);
    }

    /** Whether all its files are in one layer, so that nothing is left of the layers of a base. */
    boolean isFlat() {
        return diffIds.size() <= 1;
    }
}
