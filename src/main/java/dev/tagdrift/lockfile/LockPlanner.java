package dev.tagdrift.lockfile;

import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.ImageReference.Digested;
import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.image.Platform;
import dev.tagdrift.lockfile.Step.Ask;
import dev.tagdrift.lockfile.Step.Keep;
import dev.tagdrift.lockfile.Step.Remove;
import dev.tagdrift.resolve.SnapshotQuestion;
import dev.tagdrift.source.ImageUses;
import dev.tagdrift.source.Inventory;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Decides what a lock does: keeps each locked digest that is still used, asks for what is missing or may move, removes
 * what nobody uses. Pure: the same files and lockfile make the same plan.
 */
public final class LockPlanner {
    private final Inventory inventory;
    private final Lockfile lockfile;
    private final Upgrade upgrade;

    private LockPlanner(Inventory inventory, Lockfile lockfile, Upgrade upgrade) {
        this.inventory = inventory;
        this.lockfile = lockfile;
        this.upgrade = upgrade;
    }

    /** A step for each tag that a file names or the lockfile knows. */
    public static SortedMap<Tagged, Step> plan(Inventory inventory, Lockfile lockfile, Upgrade upgrade) {
        return new LockPlanner(inventory, lockfile, upgrade).plan();
    }

    private SortedMap<Tagged, Step> plan() {
        SortedMap<Tagged, Step> steps = new TreeMap<>();
        // What is not seen is removed only if it would have been seen.
        lockfile.images()
                .forEach(
                        (name, image) -> steps.put(name, inventory.isComplete() ? new Remove(image) : new Keep(image)));
        ImageUses.byName(inventory.uses()).forEach((name, uses) -> steps.put(name, step(name, uses)));
        return Collections.unmodifiableSortedMap(steps);
    }

    private Step step(Tagged name, ImageUses uses) {
        Optional<LockedImage> before = lockfile.get(name);
        Optional<Digest> pin = uses.onlyPin();
        if (before.isEmpty()) {
            return ask(
                    uses,
                    before,
                    pin.<ImageReference>map(digest -> at(name, digest)).orElse(name),
                    true);
        }
        LockedImage image = before.get();
        // A use that is not seen may differ, so only a scan that saw all moves an entry to its pin.
        if (pin.isPresent() && inventory.isComplete() && !pin.get().equals(image.digest())) {
            return ask(uses, before, at(name, pin.get()), true);
        }
        boolean covered = uses.required().stream().allMatch(image::covers);
        boolean bare = image.mediaType().isIndex() && image.platforms().isEmpty();
        boolean known =
                covered && !bare && image.created().isPresent() && image.os().isPresent();
        if (pin.isEmpty() && upgrade.includes(name)) {
            Optional<Digest> unless = known ? Optional.of(image.digest()) : Optional.empty();
            return new Ask(new SnapshotQuestion(name, unless, required(uses)), before, wanted(uses, before), true);
        }
        return known ? new Keep(image) : ask(uses, before, at(name, image.digest()), !covered);
    }

    private Ask ask(ImageUses uses, Optional<LockedImage> before, ImageReference reference, boolean essential) {
        SnapshotQuestion question = new SnapshotQuestion(reference, Optional.empty(), required(uses));
        return new Ask(question, before, wanted(uses, before), essential);
    }

    private static List<Platform> required(ImageUses uses) {
        return List.copyOf(uses.required());
    }

    /** A scan that did not see all does not know what the rest wants, so it takes nothing away. */
    private SortedSet<Platform> wanted(ImageUses uses, Optional<LockedImage> before) {
        SortedSet<Platform> wanted = new TreeSet<>(uses.wanted());
        if (!inventory.isComplete()) {
            before.ifPresent(image -> wanted.addAll(image.platforms().keySet()));
        }
        return wanted;
    }

    private static Digested at(Tagged name, Digest digest) {
        return new Digested(name.repository(), digest);
    }
}
