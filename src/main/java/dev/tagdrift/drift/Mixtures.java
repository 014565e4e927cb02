package dev.tagdrift.drift;

import dev.tagdrift.drift.Finding.MixedOs;
import dev.tagdrift.drift.Finding.TagMoved;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.ImageReference.Digested;
import dev.tagdrift.image.ImageReference.Pinned;
import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.image.OsRelease;
import dev.tagdrift.lockfile.LockedImage;
import dev.tagdrift.lockfile.Lockfile;
import dev.tagdrift.source.ImageUse;
import dev.tagdrift.source.Inventory;
import dev.tagdrift.source.StageCopy;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds files that are carried from one release of a system to another of the same system.
 *
 * <p>What is compiled on one release looks for the libraries of that release. Files that go from one system to quite
 * another are not told: whoever copies from a Go image into Alpine wrote so on purpose, and the names say it.
 */
final class Mixtures {
    private final Lockfile lockfile;
    private final Map<Tagged, Optional<OsRelease>> current;

    private Mixtures(Lockfile lockfile, Map<Tagged, Optional<OsRelease>> current) {
        this.lockfile = lockfile;
        this.current = current;
    }

    /** Adds what is found to the comparisons of the tags that take such files. */
    static List<Comparison> addTo(List<Comparison> comparisons, Inventory inventory, Lockfile lockfile) {
        Mixtures mixtures = new Mixtures(lockfile, current(comparisons));
        Collection<StageCopy> copies = onceForEachFile(inventory.copies());
        return comparisons.stream()
                .map(comparison -> comparison.and(copies.stream()
                        .filter(copy -> copy.into().tagged().equals(Optional.of(comparison.image())))
                        .flatMap(copy -> mixtures.mixed(copy, comparison).stream())
                        .toList()))
                .toList();
    }

    /** Of many copies between the same two images in a file, the first is told. */
    private static Collection<StageCopy> onceForEachFile(List<StageCopy> copies) {
        Map<List<Object>, StageCopy> first = new LinkedHashMap<>();
        copies.forEach(copy -> first.putIfAbsent(List.of(copy.location().path(), copy.from(), copy.into()), copy));
        return first.values();
    }

    /** A tag that names another image now brings its release into the next build, whether it is known or not. */
    private static Map<Tagged, Optional<OsRelease>> current(List<Comparison> comparisons) {
        Map<Tagged, Optional<OsRelease>> current = new TreeMap<>();
        for (Comparison comparison : comparisons) {
            if (comparison.image() instanceof Tagged name && comparison.hasMoved()) {
                current.put(name, Optional.empty());
            }
            for (Finding finding : comparison.findings()) {
                if (finding instanceof TagMoved moved) {
                    current.put(moved.image(), moved.os());
                }
            }
        }
        return current;
    }

    private Optional<Finding> mixed(StageCopy copy, Comparison into) {
        Optional<OsRelease> mine = release(copy.into());
        Optional<OsRelease> theirs = release(copy.from());
        if (mine.isEmpty()
                || theirs.isEmpty()
                || !mine.get().id().equals(theirs.get().id())
                || mine.get().isSame(theirs.get())
                || !(into.image() instanceof Tagged image)) {
            return Optional.empty();
        }
        List<ImageUse> uses = into.uses().stream()
                .filter(use -> use.location().path().equals(copy.location().path()))
                .toList();
        return Optional.of(new MixedOs(image, uses, mine.get(), copy.from(), theirs.get(), copy.location()));
    }

    private Optional<OsRelease> release(ImageReference reference) {
        return switch (reference) {
            case Tagged tagged ->
                Optional.ofNullable(current.get(tagged))
                        .orElseGet(() -> lockfile.get(tagged).flatMap(Mixtures::release));
            // Of another digest than the locked one the lockfile says nothing.
            case Pinned pinned ->
                lockfile.get(pinned.name())
                        .filter(locked -> locked.digest().equals(pinned.digest()))
                        .flatMap(Mixtures::release);
            case Digested digested -> Optional.empty();
        };
    }

    private static Optional<OsRelease> release(LockedImage locked) {
        return locked.os().flatMap(OsRelease::parse);
    }
}
