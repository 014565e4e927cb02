package dev.tagdrift.drift;

import dev.tagdrift.drift.Finding.Incomplete;
import dev.tagdrift.drift.Finding.NotLocked;
import dev.tagdrift.drift.Finding.PinDisagrees;
import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageReference.Pinned;
import dev.tagdrift.image.Platform;
import dev.tagdrift.lockfile.LockedImage;
import dev.tagdrift.source.ImageUse;
import dev.tagdrift.source.ImageUses;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Where files and lockfile are out of step, which needs nobody to ask. */
final class Staleness {
    private Staleness() {}

    static List<Finding> of(ImageUses uses, Optional<LockedImage> locked, boolean complete) {
        if (locked.isEmpty()) {
            return List.of(new NotLocked(uses.name(), uses.all()));
        }
        List<Finding> findings = new ArrayList<>();
        SortedSet<Platform> uncovered = uncovered(uses, locked.get());
        if (!uncovered.isEmpty()) {
            findings.add(new Incomplete(uses.name(), needing(uses, uncovered), uncovered));
        }
        findings.addAll(pins(uses, locked.get().digest(), complete));
        return findings;
    }

    /** Pins that hold a tag to another digest than the lockfile does; where all files are known, a lock follows the only one. */
    static List<Finding> pins(ImageUses uses, Digest locked, boolean complete) {
        return uses.pins().stream()
                .filter(pin -> !pin.equals(locked))
                .map(pin -> (Finding) new PinDisagrees(
                        uses.name(),
                        pinnedAt(uses, pin),
                        pin,
                        locked,
                        complete && uses.onlyPin().isPresent()))
                .toList();
    }

    /** The configured platforms that the entry does not record. */
    static SortedSet<Platform> uncovered(ImageUses uses, LockedImage locked) {
        return uses.required().stream()
                .filter(platform -> !locked.covers(platform))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The uses that are built for one of these platforms. */
    static List<ImageUse> needing(ImageUses uses, Collection<Platform> platforms) {
        return uses.all().stream()
                .filter(use -> use.required().stream().anyMatch(platforms::contains))
                .toList();
    }

    /** The uses that pin the tag to this digest. */
    static List<ImageUse> pinnedAt(ImageUses uses, Digest digest) {
        return uses.pinned().stream()
                .filter(use ->
                        use.reference() instanceof Pinned pin && pin.digest().equals(digest))
                .toList();
    }
}
