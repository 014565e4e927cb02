package dev.tagdrift.explain;

import dev.tagdrift.image.Digest;
import dev.tagdrift.image.MediaType;
import dev.tagdrift.resolve.ResolutionFailure;

/** Why a layer cannot be looked into. */
public sealed interface Unreadable {
    /** The layer. */
    Digest layer();

    /**
     * The registry did not hand it out.
     *
     * @param layer that was asked for
     * @param reason why not
     */
    record NotFetched(Digest layer, ResolutionFailure reason) implements Unreadable {}

    /**
     * Its type says that registries need not have it, and this one has not.
     *
     * @param layer that was asked for
     */
    record Foreign(Digest layer) implements Unreadable {}

    /**
     * Its type is none that can be read: it is encrypted, or no file system.
     *
     * @param layer that was not asked for
     * @param type of it
     */
    record NoFiles(Digest layer, MediaType type) implements Unreadable {}

    /**
     * Its bytes cannot be read.
     *
     * @param layer as the registry hands it out
     * @param flaw of its bytes
     */
    record Flawed(Digest layer, LayerFlaw flaw) implements Unreadable {}
}
