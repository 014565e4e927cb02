package dev.tagdrift.report;

import dev.tagdrift.drift.Verdict;
import dev.tagdrift.enforce.Contexts;
import dev.tagdrift.source.Inventory;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an export holds, and what it cannot.
 *
 * @param lockfile where the lockfile is
 * @param locked whether there is one
 * @param inventory what the files name
 * @param images how many locked images are in it
 * @param unknown images that the lockfile does not know
 * @param left names that a builder cannot be told, and why
 */
public record ExportReport(
        LockfilePlace lockfile,
        boolean locked,
        Inventory inventory,
        int images,
        List<Verdict> unknown,
        SortedMap<String, Contexts.Reason> left) {
    /** Copies the collections. */
    public ExportReport {
        unknown = List.copyOf(unknown);
        left = new TreeMap<>(left);
    }

    /** What the run ends with: an export that lets an image through is no success. */
    public int exitCode() {
        boolean error = !inventory.problems().isEmpty() || !left.isEmpty();
        return ExitCode.of(!locked || !unknown.isEmpty(), error, false);
    }
}
