package dev.tagdrift.resolve;

import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.Platform;
import java.util.List;
import java.util.Optional;

/**
 * What a lock asks about one image.
 *
 * @param reference the tag, or the digest where that is known
 * @param unless the digest that needs no reading, since all that is wanted of it is known
 * @param platforms whose image tells when it was built, the first that there is
 */
public record SnapshotQuestion(ImageReference reference, Optional<Digest> unless, List<Platform> platforms) {
    /** Copies the list. */
    public SnapshotQuestion {
        platforms = List.copyOf(platforms);
    }
}
