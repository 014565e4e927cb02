package dev.tagdrift.resolve;

import dev.tagdrift.image.Descriptor;
import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ResolvedImage;
import java.util.Map;
import java.util.Optional;

/**
 * What a registry says about one tag.
 *
 * @param current what the tag names now
 * @param moved the image that the tag names now, read only where that is another than the locked one
 * @param locked the image that is locked or pinned, read only on request
 * @param remembered for each locked or pinned digest that the tag does not name, whether it still exists; not asked
 *     where the registry gave no answer about the tag
 */
public record Resolution(
        Answer<Descriptor> current,
        Optional<Answer<Snapshot>> moved,
        Optional<Answer<ResolvedImage>> locked,
        Map<Digest, Answer<Descriptor>> remembered) {
    /** Copies the map. */
    public Resolution {
        remembered = Map.copyOf(remembered);
    }
}
