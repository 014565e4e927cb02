package dev.tagdrift.drift;

import static java.util.Objects.requireNonNull;

import dev.tagdrift.drift.Finding.Incomplete;
import dev.tagdrift.drift.Finding.PlatformMissing;
import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.image.Platform;
import dev.tagdrift.lockfile.LockChange.Unresolved;
import dev.tagdrift.lockfile.LockOutcome;
import dev.tagdrift.lockfile.Lockfile;
import dev.tagdrift.source.ImageUse;
import dev.tagdrift.source.ImageUses;
import dev.tagdrift.source.Inventory;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is out of step even after a lock, which has just seen the images: a pin, or a platform that is not there. */
public final class AfterLock {
    private final Inventory inventory;
    private final LockOutcome outcome;
    private final Lockfile lockfile;

    private AfterLock(Inventory inventory, LockOutcome outcome) {
        this.inventory = inventory;
        this.outcome = outcome;
        this.lockfile = outcome.lockfile();
    }

    /** The findings, by name. What could not be resolved is told by the outcome itself. */
    public static List<Finding> of(Inventory inventory, LockOutcome outcome) {
        return new AfterLock(inventory, outcome).findings();
    }

    private List<Finding> findings() {
        Stream<Finding> outOfStep = new Comparer(inventory, lockfile)
                .offline().stream()
                        .filter(image -> image.locked().isPresent())
                        .flatMap(image -> image.findings().stream())
                        .map(this::asSeen);
        Map<Tagged, ImageUses> uses = ImageUses.byName(inventory.uses());
        Stream<Finding> single = outcome.singles().entrySet().stream()
                .flatMap(entry -> single(requireNonNull(uses.get(entry.getKey())), entry.getValue()));
        return Stream.concat(outOfStep, single).toList();
    }

    /** A platform that the entry lacks although the image was read is none that the image has. */
    private Finding asSeen(Finding finding) {
        return finding instanceof Incomplete incomplete
                        && !(outcome.changes().get(incomplete.image()) instanceof Unresolved)
                ? missing(incomplete.image(), incomplete.uses(), incomplete.platforms())
                : finding;
    }

    private Stream<Finding> single(ImageUses uses, Platform platform) {
        SortedSet<Platform> missing = uses.required().stream()
                .filter(required -> !required.accepts(platform))
                .collect(Collectors.toCollection(TreeSet::new));
        return missing.isEmpty()
                ? Stream.empty()
                : Stream.of(missing(uses.name(), Staleness.needing(uses, missing), missing));
    }

    private Finding missing(Tagged name, List<ImageUse> uses, SortedSet<Platform> platforms) {
        return new PlatformMissing(
                name,
                uses,
                platforms,
                requireNonNull(lockfile.images().get(name)).digest());
    }
}
