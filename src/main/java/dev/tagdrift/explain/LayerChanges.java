package dev.tagdrift.explain;

import dev.tagdrift.image.ResolvedImage.Layer;
import java.util.List;

/**
 * How much of an image is made anew.
 *
 * @param shared how many layers, from the lowest on, are the same
 * @param locked how many the locked image has
 * @param current how many the current image has
 * @param lockedSize of all layers as they are pulled, in bytes
 * @param currentSize the same of the current image
 */
public record LayerChanges(int shared, int locked, int current, long lockedSize, long currentSize) {
    /** Compares the layers of two images, the lowest first. */
    static LayerChanges between(List<Layer> locked, List<Layer> current) {
        int shared = 0;
        int most = Math.min(locked.size(), current.size());
        while (shared < most
                && locked.get(shared)
                        .blob()
                        .digest()
                        .equals(current.get(shared).blob().digest())) {
            shared++;
        }
        return new LayerChanges(shared, locked.size(), current.size(), size(locked), size(current));
    }

    private static long size(List<Layer> layers) {
        return layers.stream().mapToLong(Layer::size).sum();
    }
}
