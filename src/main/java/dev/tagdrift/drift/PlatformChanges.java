package dev.tagdrift.drift;

import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageConfig;
import dev.tagdrift.image.Platform;
import dev.tagdrift.image.ResolvedImage.Entry;
import dev.tagdrift.image.ResolvedImage.Index;
import dev.tagdrift.image.ResolvedImage.Single;
import dev.tagdrift.lockfile.LockedImage;
import dev.tagdrift.resolve.Snapshot;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which of the platforms that matter have another image now.
 *
 * @param changed have another one, or none any more
 * @param same have the one that is locked
 * @param gone those of the changed ones that have none any more
 */
public record PlatformChanges(SortedSet<Platform> changed, SortedSet<Platform> same, SortedSet<Platform> gone) {
    /** None is gone. */
    public PlatformChanges(SortedSet<Platform> changed, SortedSet<Platform> same) {
        this(changed, same, new TreeSet<>());
    }

    /** Copies the sets. */
    public PlatformChanges {
        gone = Collections.unmodifiableSortedSet(new TreeSet<>(gone));
        changed = Collections.unmodifiableSortedSet(new TreeSet<>(changed));
        same = Collections.unmodifiableSortedSet(new TreeSet<>(same));
    }

    /** Compares what is locked with what is there now, for these platforms. */
    static PlatformChanges between(LockedImage locked, Snapshot current, Set<Platform> wanted, Set<Platform> required) {
        SortedSet<Platform> changed = new TreeSet<>();
        SortedSet<Platform> same = new TreeSet<>();
        SortedSet<Platform> gone = new TreeSet<>();
        for (Platform platform : concerned(locked, current, wanted)) {
            Set<Digest> before = before(locked, platform);
            Set<Digest> after = after(current, platform);
            // What is neither locked nor required is merely new, and no build of yours takes it.
            boolean matters = !before.isEmpty() || (!after.isEmpty() && required.contains(platform));
            if (matters) {
                (before.equals(after) ? same : changed).add(platform);
                if (after.isEmpty()) {
                    gone.add(platform);
                }
            }
        }
        return new PlatformChanges(changed, same, gone);
    }

    /** Whether no platform was found on either side, so that nothing can be told. */
    boolean isEmpty() {
        return changed.isEmpty() && same.isEmpty();
    }

    /** The platform of a single image that is locked is not known, so only what is there now can be compared with it. */
    private static Set<Platform> concerned(LockedImage locked, Snapshot current, Set<Platform> wanted) {
        Optional<Platform> single = single(current);
        if (single.isEmpty()) {
            return wanted;
        }
        Set<Platform> concerned = new TreeSet<>(Set.of(single.get()));
        if (locked.mediaType().isIndex()) {
            concerned.addAll(wanted);
        }
        return concerned;
    }

    /** The platform of an image without an index, if it is one and tells. */
    private static Optional<Platform> single(Snapshot current) {
        return switch (current.image()) {
            case Index index -> Optional.empty();
            case Single single -> current.config().found().map(ImageConfig::platform);
        };
    }

    private static Set<Digest> before(LockedImage locked, Platform platform) {
        return locked.mediaType().isIndex()
                ? platform.choose(locked.platforms().entrySet(), Map.Entry::getKey).stream()
                        .map(Map.Entry::getValue)
                        .collect(Collectors.toSet())
                : Set.of(locked.digest());
    }

    private static Set<Digest> after(Snapshot current, Platform platform) {
        return switch (current.image()) {
            // As in the lockfile, the first image of a platform stands for it.
            case Index index ->
                Set.copyOf(index.forPlatform(platform).stream()
                        .collect(Collectors.toMap(
                                Entry::platform, entry -> entry.manifest().digest(), (first, other) -> first))
                        .values());
            case Single single ->
                single(current).map(platform::accepts).orElse(true) ? Set.of(single.digest()) : Set.of();
        };
    }
}
