package dev.tagdrift.source;

import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageReference.Digested;
import dev.tagdrift.image.ImageReference.Pinned;
import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.image.Platform;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All uses of one tag.
 *
 * @param name the tag
 * @param tagged uses that take whatever the tag names
 * @param pinned uses that hold it to a digest
 */
public record ImageUses(Tagged name, List<ImageUse> tagged, List<ImageUse> pinned) {
    /** Copies the lists. */
    public ImageUses {
        tagged = List.copyOf(tagged);
        pinned = List.copyOf(pinned);
    }

    /** The uses of each tag. References with a digest alone are none. */
    public static SortedMap<Tagged, ImageUses> byName(Collection<ImageUse> uses) {
        SortedMap<Tagged, List<ImageUse>> tagged = new TreeMap<>();
        SortedMap<Tagged, List<ImageUse>> pinned = new TreeMap<>();
        for (ImageUse use : uses) {
            switch (use.reference()) {
                case Tagged name ->
                    tagged.computeIfAbsent(name, any -> new ArrayList<>()).add(use);
                case Pinned pin ->
                    pinned.computeIfAbsent(pin.name(), any -> new ArrayList<>()).add(use);
                case Digested digested -> {}
            }
        }
        return Stream.concat(tagged.keySet().stream(), pinned.keySet().stream())
                .distinct()
                .collect(Collectors.toMap(
                        name -> name,
                        name -> new ImageUses(
                                name, tagged.getOrDefault(name, List.of()), pinned.getOrDefault(name, List.of())),
                        (one, other) -> one,
                        TreeMap::new));
    }

    /** The uses of each reference that has a digest alone. */
    public static SortedMap<Digested, List<ImageUse>> byDigest(Collection<ImageUse> uses) {
        SortedMap<Digested, List<ImageUse>> byDigest = new TreeMap<>();
        for (ImageUse use : uses) {
            if (use.reference() instanceof Digested digested) {
                byDigest.computeIfAbsent(digested, any -> new ArrayList<>()).add(use);
            }
        }
        return byDigest;
    }

    /** Every use, those that can move first. */
    public List<ImageUse> all() {
        return Stream.concat(tagged.stream(), pinned.stream()).toList();
    }

    /** The digests that files pin the tag to. */
    public SortedSet<Digest> pins() {
        return pinned.stream()
                .flatMap(use -> use.reference() instanceof Pinned pin ? Stream.of(pin.digest()) : Stream.empty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The digest that an entry for the tag follows: that of every use, where all agree on one. */
    public Optional<Digest> onlyPin() {
        SortedSet<Digest> pins = pins();
        return tagged.isEmpty() && pins.size() == 1 ? Optional.of(pins.first()) : Optional.empty();
    }

    /** The platforms that somebody configured: an image without one of them will not build. */
    public SortedSet<Platform> required() {
        return all().stream().flatMap(use -> use.required().stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The platforms that matter: the configured ones, and the usual two for each use that has none. */
    public SortedSet<Platform> wanted() {
        return all().stream()
                .flatMap(use -> use.required().isEmpty()
                        ? Stream.of(Platform.LINUX_AMD64, Platform.LINUX_ARM64)
                        : use.required().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
