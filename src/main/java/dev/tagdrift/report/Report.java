package dev.tagdrift.report;

import dev.tagdrift.drift.Comparison;
import dev.tagdrift.drift.Finding;
import dev.tagdrift.drift.Judge;
import dev.tagdrift.drift.Verdict;
import dev.tagdrift.resolve.ResolutionFailure;
import dev.tagdrift.source.Inventory;
import java.util.List;
import java.util.Map;

/**
 * Everything that a check found.
 *
 * @param lockfile where the lockfile is, relative to the root
 * @param locked whether there is a lockfile
 * @param failOnDrift whether findings count for the exit code; a report only tells
 * @param online whether registries were asked
 * @param inventory what the files name
 * @param images how each image compares, by name
 * @param judge decides which findings fail
 */
public record Report(
        String lockfile,
        boolean locked,
        boolean failOnDrift,
        boolean online,
        Inventory inventory,
        List<Comparison> images,
        Judge judge) {
    /** Copies the list. */
    public Report {
        images = List.copyOf(images);
    }

    /** Every finding with its judgement, by image and weight. */
    public List<Verdict> verdicts() {
        return images.stream()
                .flatMap(image -> image.findings().stream())
                .map(judge::judge)
                .toList();
    }

    /** The images that could not be checked, by the reason they share. */
    Map<ResolutionFailure, List<Comparison>> unchecked() {
        FailureGroups<Comparison> unchecked = new FailureGroups<>();
        for (Comparison image : images) {
            image.failures().forEach(failure -> unchecked.add(failure, image));
        }
        return unchecked.groups();
    }

    /** Whether images are named and none of them is guarded, for want of a lockfile. */
    boolean nothingLocked() {
        return !locked && images.stream().anyMatch(image -> !image.findings().isEmpty());
    }

    /** What the run ends with. */
    public int exitCode() {
        boolean drift = verdicts().stream().anyMatch(Verdict::fails);
        boolean error = !inventory.problems().isEmpty();
        boolean unchecked = images.stream().anyMatch(image -> !image.failures().isEmpty());
        return ExitCode.of(drift && failOnDrift, error, unchecked);
    }

    /** How many images have a finding of this type. */
    long count(Class<? extends Finding> type) {
        return images.stream()
                .filter(image -> image.findings().stream().anyMatch(type::isInstance))
                .count();
    }
}
