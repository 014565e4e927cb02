package dev.tagdrift.pin;

import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.ImageReference.Digested;
import dev.tagdrift.image.ImageReference.Pinned;
import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.lockfile.Lockfile;
import java.util.Optional;
import java.util.Set;

/** What the references of a file should become. */
public sealed interface Goal {
    /**
     * Each tag is held to the locked digest, whatever digest it is held to now.
     *
     * @param lockfile that has the digests
     * @param unresolved tags of which nobody could tell what they name, and which stay as they are written
     */
    record Pin(Lockfile lockfile, Set<Tagged> unresolved) implements Goal {
        /** Copies the set. */
        public Pin {
            unresolved = Set.copyOf(unresolved);
        }

        private Optional<ImageReference> wanted(Tagged name, ImageReference written) {
            return unresolved.contains(name)
                    ? Optional.of(written)
                    : lockfile.get(name).map(image -> name.at(image.digest()));
        }
    }

    /** No tag is held to a digest. */
    record Unpin() implements Goal {}

    /** Whether a reference stays as it is because nobody could tell what its tag names. */
    default boolean leavesUnresolved(ImageReference written) {
        return this instanceof Pin pin
                && switch (written) {
                    case Tagged name -> pin.unresolved.contains(name);
                    case Pinned(Tagged name, Digest digest) -> pin.unresolved.contains(name);
                    case Digested digested -> false;
                };
    }

    /** What a reference should become; empty if the lockfile does not know. A digest alone stays what it is. */
    default Optional<ImageReference> wanted(ImageReference written) {
        return switch (written) {
            case Digested digested -> Optional.of(digested);
            case Tagged name ->
                switch (this) {
                    case Pin pin -> pin.wanted(name, name);
                    case Unpin unpin -> Optional.of(name);
                };
            case Pinned(Tagged name, Digest digest) ->
                switch (this) {
                    case Pin pin -> pin.wanted(name, written);
                    case Unpin unpin -> Optional.of(name);
                };
        };
    }
}
