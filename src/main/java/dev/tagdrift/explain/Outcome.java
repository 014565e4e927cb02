package dev.tagdrift.explain;

import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.image.Platform;
import dev.tagdrift.resolve.ResolutionFailure;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What came of comparing two images. */
public sealed interface Outcome {
    /**
     * It can be told what changed.
     *
     * @param explanation of it
     */
    record Explained(Explanation explanation) implements Outcome {}

    /**
     * One of the two could not be read, whether it is there or not.
     *
     * @param reference of that one
     * @param reason why not
     */
    record Unread(ImageReference reference, ResolutionFailure reason) implements Outcome {}

    /**
     * The comparison broke off, by a mistake in here or for want of memory.
     *
     * @param what happened
     */
    record Broken(String what) implements Outcome {}

    /**
     * The tag is known to name nothing any more.
     *
     * @param tag that is gone
     * @param locked the image before, which is still there
     */
    record TagGone(Tagged tag, Digest locked) implements Outcome {}

    /**
     * Neither image is for any of the platforms that are asked for.
     *
     * @param asked those
     * @param locked what the image before is for
     * @param current what the image now is for
     */
    record NoSuchPlatform(List<Platform> asked, SortedSet<Platform> locked, SortedSet<Platform> current)
            implements Outcome {
        /** Copies the collections. */
        public NoSuchPlatform {
            asked = List.copyOf(asked);
            locked = Collections.unmodifiableSortedSet(new TreeSet<>(locked));
            current = Collections.unmodifiableSortedSet(new TreeSet<>(current));
        }
    }

    /** What changed, if it can be told. */
    default Optional<Explanation> found() {
        return this instanceof Explained(Explanation explanation) ? Optional.of(explanation) : Optional.empty();
    }
}
