package dev.tagdrift.lockfile;

import dev.tagdrift.image.ImageReference.Tagged;
import java.util.Set;

/** Which locked digests a lock may move. */
public sealed interface Upgrade {
    /** None: only what is missing is asked for. */
    record Nothing() implements Upgrade {}

    /** All of them. */
    record Everything() implements Upgrade {}

    /**
     * Some of them.
     *
     * @param names whose digests may move
     */
    record Only(Set<Tagged> names) implements Upgrade {
        /** Copies the set. */
        public Only {
            names = Set.copyOf(names);
        }
    }

    /** Whether the digest of this tag may move. */
    default boolean includes(Tagged name) {
        return switch (this) {
            case Nothing nothing -> false;
            case Everything everything -> true;
            case Only(Set<Tagged> names) -> names.contains(name);
        };
    }
}
