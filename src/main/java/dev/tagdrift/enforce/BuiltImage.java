package dev.tagdrift.enforce;

import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageConfig;
import dev.tagdrift.image.ImageConfig.Step;
import dev.tagdrift.image.Platform;
import java.util.List;

/**
 * An image that somebody built.
 *
 * @param platform that it runs on
 * @param diffIds digests of its layers as uncompressed tar files, the lowest first
 * @param flat whether its files may have been put into one layer, so that nothing is left of the layers of a base
 * @param evidence what else is told about its base
 */
public record BuiltImage(Platform platform, List<Digest> diffIds, boolean flat, Evidence evidence) {
    /** Copies the list. */
    public BuiltImage {
        diffIds = List.copyOf(diffIds);
    }

    /** An image that an engine holds: it tells neither annotations nor history. */
    public static BuiltImage of(ImageConfig config) {
        return of(config, Evidence.ofLabels(config.run().labels()));
    }

    static BuiltImage of(ImageConfig config, Evidence evidence) {
        return new BuiltImage(config.platform(), config.diffIds(), isFlat(config), evidence);
    }

    /**
     * Who squashes, flattens or imports an image writes one step, or one that tells no command, in place of those that
     * made it. So a layer that one of several steps made is the layer that it seems.
     */
    private static boolean isFlat(ImageConfig config) {
        List<Step> layered = config.history().stream().filter(Step::layered).toList();
        boolean told = config.history().size() > 1
                && layered.size() == config.diffIds().size()
                && layered.stream().noneMatch(step -> step.command().isBlank());
        return config.diffIds().size() <= 1 && !told;
    }

    /** Whether these layers are its lowest ones. */
    boolean beginsWith(List<Digest> base) {
        return diffIds.size() >= base.size() && diffIds.subList(0, base.size()).equals(base);
    }
}
