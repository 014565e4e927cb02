package dev.tagdrift.explain;

import dev.tagdrift.image.Digest;
import dev.tagdrift.image.Platform;
import dev.tagdrift.image.ResolvedImage;
import dev.tagdrift.image.ResolvedImage.Entry;
import dev.tagdrift.image.ResolvedImage.Index;
import dev.tagdrift.image.ResolvedImage.Single;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What became of the platforms of an index.
 *
 * @param added were not there before
 * @param removed are not there any more
 * @param rebuilt have another image
 * @param same have the same image
 */
public record PlatformChanges(
        SortedSet<Platform> added, SortedSet<Platform> removed, SortedSet<Platform> rebuilt, SortedSet<Platform> same) {
    /** Nothing to compare: one of the two is no index. */
    static final PlatformChanges NONE =
            new PlatformChanges(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());

    /** Copies the sets. */
    public PlatformChanges {
        added = Collections.unmodifiableSortedSet(new TreeSet<>(added));
        removed = Collections.unmodifiableSortedSet(new TreeSet<>(removed));
        rebuilt = Collections.unmodifiableSortedSet(new TreeSet<>(rebuilt));
        same = Collections.unmodifiableSortedSet(new TreeSet<>(same));
    }

    static PlatformChanges between(ResolvedImage locked, ResolvedImage current) {
        SortedMap<Platform, Set<Digest>> before = images(locked);
        SortedMap<Platform, Set<Digest>> after = images(current);
        if (before.isEmpty() || after.isEmpty()) {
            return NONE;
        }
        SortedSet<Platform> both = new TreeSet<>(before.keySet());
        both.retainAll(after.keySet());
        Map<Boolean, SortedSet<Platform>> byChange = both.stream()
                .collect(Collectors.partitioningBy(
                        platform -> Objects.equals(before.get(platform), after.get(platform)),
                        Collectors.toCollection(TreeSet::new)));
        return new PlatformChanges(
                without(after.keySet(), both),
                without(before.keySet(), both),
                byChange.getOrDefault(false, new TreeSet<>()),
                byChange.getOrDefault(true, new TreeSet<>()));
    }

    private static SortedSet<Platform> without(Iterable<Platform> all, SortedSet<Platform> some) {
        TreeSet<Platform> rest = new TreeSet<>();
        all.forEach(rest::add);
        rest.removeAll(some);
        return rest;
    }

    private static SortedMap<Platform, Set<Digest>> images(ResolvedImage image) {
        SortedMap<Platform, Set<Digest>> images = new TreeMap<>();
        switch (image) {
            case Index index -> {
                for (Entry entry : index.entries()) {
                    images.computeIfAbsent(entry.platform(), any -> new HashSet<>())
                            .add(entry.manifest().digest());
                }
            }
            case Single single -> {}
        }
        return images;
    }
}
