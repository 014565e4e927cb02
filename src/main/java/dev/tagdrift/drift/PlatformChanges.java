package dev.tagdrift.drift;

import dev.tagdrift.image.Digest;
import dev.tagdrift.image.Platform;
import dev.tagdrift.image.ResolvedImage;
import dev.tagdrift.image.ResolvedImage.Index;
import dev.tagdrift.image.ResolvedImage.Single;
import dev.tagdrift.lockfile.LockedImage;
import dev.tagdrift.resolve.Snapshot;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which of the platforms that matter have another image now.
 *
 * @param changed have another one, or none any more
 * @param same have the one that is locked
 */
public record PlatformChanges(SortedSet<Platform> changed, SortedSet<Platform> same) {
    /** Copies the sets. */
    public PlatformChanges {
        changed = Collections.unmodifiableSortedSet(new TreeSet<>(changed));
        same = Collections.unmodifiableSortedSet(new TreeSet<>(same));
    }

    /** Compares what is locked with what is there now, for these platforms. */
    static PlatformChanges between(LockedImage locked, Snapshot current, Set<Platform> wanted) {
        SortedSet<Platform> changed = new TreeSet<>();
        SortedSet<Platform> same = new TreeSet<>();
        for (Platform platform : concerned(current, wanted)) {
            Set<Digest> before = before(locked, platform);
            Set<Digest> after = after(current.image(), platform);
            if (!before.isEmpty() || !after.isEmpty()) {
                (before.equals(after) ? same : changed).add(platform);
            }
        }
        return new PlatformChanges(changed, same);
    }

    /** A single image concerns its own platform, where that is known. */
    private static Set<Platform> concerned(Snapshot current, Set<Platform> wanted) {
        return switch (current.image()) {
            case Index index -> wanted;
            case Single single ->
                current.config()
                        .found()
                        .map(config -> Set.of(config.platform()))
                        .orElse(wanted);
        };
    }

    private static Set<Digest> before(LockedImage locked, Platform platform) {
        return locked.mediaType().isIndex()
                ? locked.platforms().entrySet().stream()
                        .filter(entry -> platform.accepts(entry.getKey()))
                        .map(Map.Entry::getValue)
                        .collect(Collectors.toSet())
                : Set.of(locked.digest());
    }

    private static Set<Digest> after(ResolvedImage current, Platform platform) {
        return switch (current) {
            case Index index ->
                index.forPlatform(platform).stream()
                        .map(entry -> entry.manifest().digest())
                        .collect(Collectors.toSet());
            case Single single -> Set.of(single.digest());
        };
    }
}
