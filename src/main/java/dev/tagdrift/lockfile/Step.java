package dev.tagdrift.lockfile;

import dev.tagdrift.image.Platform;
import dev.tagdrift.resolve.SnapshotQuestion;
import java.util.Optional;
import java.util.SortedSet;

/** What a lock does about one tag. */
public sealed interface Step {
    /**
     * The entry stays as it is.
     *
     * @param image what is locked
     */
    record Keep(LockedImage image) implements Step {}

    /**
     * The registry is asked.
     *
     * @param question what about
     * @param before what is locked, if anything
     * @param wanted the platforms to record
     * @param essential whether the lock is incomplete without the answer; if not, only facts are missing that a reader
     *     would like to see
     */
    record Ask(SnapshotQuestion question, Optional<LockedImage> before, SortedSet<Platform> wanted, boolean essential)
            implements Step {}

    /**
     * No file names the tag any more.
     *
     * @param image what was locked
     */
    record Remove(LockedImage image) implements Step {}
}
