package dev.tagdrift.resolve;

import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.Platform;
import java.util.List;
import java.util.Optional;

/** Where whole images are looked at, one at a time. */
public interface SnapshotStore {
    /**
     * An image, and what the image of one platform says about itself.
     *
     * @param platforms the first that there is stands for all
     */
    Answer<Snapshot> snapshot(ImageReference reference, List<Platform> platforms);

    /** Which digest a reference names, if the registry tells; that it names none is not made sure of. */
    Optional<Digest> digest(ImageReference reference);
}
