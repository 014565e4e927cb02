package dev.tagdrift.history;

import java.time.Instant;

/**
 * A tag went from one digest to another: at some time after the one was last seen, at the latest when the other was.
 *
 * @param before what it named, and since when
 * @param after what it named then
 */
public record Move(Sighting before, Sighting after) {
    /** When it was noticed. */
    public Instant when() {
        return after.when();
    }

    /** Whether the release of the operating system is known to be another. */
    public boolean changesOs() {
        return before.os().isPresent()
                && after.os().map(now -> !now.isSame(before.os().get())).orElse(false);
    }
}
