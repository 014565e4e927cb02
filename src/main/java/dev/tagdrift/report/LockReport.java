package dev.tagdrift.report;

import dev.tagdrift.drift.Verdict;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.lockfile.LockChange;
import dev.tagdrift.lockfile.LockChange.Unresolved;
import dev.tagdrift.lockfile.LockOutcome;
import dev.tagdrift.lockfile.LockedImage;
import dev.tagdrift.resolve.ResolutionFailure;
import dev.tagdrift.source.Inventory;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a lock did.
 *
 * @param lockfile where the lockfile is
 * @param inventory what the files name
 * @param outcome what happened to each entry
 * @param written whether the lockfile is another now
 * @param remaining what a check would still find, without asking anybody
 */
public record LockReport(
        LockfilePlace lockfile, Inventory inventory, LockOutcome outcome, boolean written, List<Verdict> remaining) {
    /** Copies the list. */
    public LockReport {
        remaining = List.copyOf(remaining);
    }

    /** What the run ends with: a move is no failure, since it was asked for. */
    public int exitCode() {
        boolean unresolved = outcome.changes().values().stream()
                .anyMatch(change -> change instanceof Unresolved failed && failed.essential());
        return ExitCode.of(false, !inventory.problems().isEmpty(), unresolved);
    }

    /**
     * An image that could not be resolved.
     *
     * @param name of its entry
     * @param asked what the registry was asked for
     * @param locked what is locked still
     */
    record Unknown(Tagged name, ImageReference asked, Optional<LockedImage> locked) {}

    /** What could not be asked for, by the reason they share. */
    Map<ResolutionFailure, List<Unknown>> unresolved(boolean essential) {
        FailureGroups<Unknown> unresolved = new FailureGroups<>();
        outcome.changes().forEach((name, change) -> {
            if (change instanceof Unresolved failed && failed.essential() == essential) {
                unresolved.add(failed.failure(), new Unknown(name, failed.asked(), failed.before()));
            }
        });
        return unresolved.groups();
    }

    /** How many entries this happened to. */
    long count(Class<? extends LockChange> type) {
        return outcome.changes().values().stream().filter(type::isInstance).count();
    }
}
