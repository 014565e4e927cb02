package dev.tagdrift.lockfile;

import dev.tagdrift.image.ImageReference;
import dev.tagdrift.resolve.ResolutionFailure;
import java.util.Optional;

/** What a lock did to one entry. */
public sealed interface LockChange {
    /**
     * Nothing: it stands as it stood.
     *
     * @param image what is locked
     */
    record Kept(LockedImage image) implements LockChange {}

    /**
     * It is new.
     *
     * @param image what is locked now
     */
    record Added(LockedImage image) implements LockChange {}

    /**
     * It has another digest.
     *
     * @param before what was locked
     * @param after what is locked now
     */
    record Moved(LockedImage before, LockedImage after) implements LockChange {}

    /**
     * It has the same digest and more facts.
     *
     * @param image what is locked now
     */
    record Completed(LockedImage image) implements LockChange {}

    /**
     * It is gone, since no file names it.
     *
     * @param image what was locked
     */
    record Removed(LockedImage image) implements LockChange {}

    /**
     * The registry gave no answer; the entry is as it was, or is not.
     *
     * @param asked what the registry was asked for: the tag, or a digest of it
     * @param before what is locked still
     * @param failure why there is no answer
     * @param essential whether the lock is incomplete without it
     */
    record Unresolved(ImageReference asked, Optional<LockedImage> before, ResolutionFailure failure, boolean essential)
            implements LockChange {}

    /** What is locked now, if anything. */
    default Optional<LockedImage> locked() {
        return switch (this) {
            case Kept(LockedImage image) -> Optional.of(image);
            case Added(LockedImage image) -> Optional.of(image);
            case Moved(LockedImage before, LockedImage after) -> Optional.of(after);
            case Completed(LockedImage image) -> Optional.of(image);
            case Removed(LockedImage image) -> Optional.empty();
            case Unresolved unresolved -> unresolved.before();
        };
    }
}
