package dev.tagdrift.resolve;

import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageConfig;
import dev.tagdrift.image.ImageReference.Digested;
import dev.tagdrift.image.Repository;
import java.util.List;

/**
 * An image as the local engine holds it.
 *
 * @param id by which the engine knows it: the digest of its configuration, or of its index or manifest where the engine
 *     keeps those
 * @param digests what registries call it; none if it was built or loaded here
 * @param config what it says about itself; the engine tells no history with it
 */
public record LocalImage(Digest id, List<Digested> digests, ImageConfig config) {
    /** Copies the list. */
    public LocalImage {
        digests = List.copyOf(digests);
    }

    /** What this repository calls it: more than one digest where an index and its image were pulled. */
    public List<Digest> digestsIn(Repository repository) {
        return digests.stream()
                .filter(digested -> digested.repository().equals(repository))
                .map(Digested::digest)
                .toList();
    }
}
