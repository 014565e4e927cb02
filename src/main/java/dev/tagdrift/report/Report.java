package dev.tagdrift.report;

import dev.tagdrift.drift.Comparison;
import dev.tagdrift.drift.Finding;
import dev.tagdrift.drift.Finding.NotLocked;
import dev.tagdrift.drift.Ignored;
import dev.tagdrift.drift.Judge;
import dev.tagdrift.drift.Verdict;
import dev.tagdrift.resolve.Quota;
import dev.tagdrift.resolve.ResolutionFailure;
import dev.tagdrift.settings.Ignore;
import dev.tagdrift.source.ImageUse;
import dev.tagdrift.source.Inventory;
import dev.tagdrift.source.Location;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that a check found.
 *
 * @param lockfile where the lockfile is
 * @param locked whether there is a lockfile
 * @param failOnDrift whether findings count for the exit code; a report only tells
 * @param online whether registries were asked
 * @param inventory what the files name
 * @param images how each image compares, by name
 * @param judge decides which findings fail
 * @param quotas what registries say is left of what they give, by registry
 * @param past what is known of the time before
 * @param explanations why images are others now, as far as anybody asked
 */
public record Report(
        LockfilePlace lockfile,
        boolean locked,
        boolean failOnDrift,
        boolean online,
        Inventory inventory,
        List<Comparison> images,
        Judge judge,
        SortedMap<String, Quota> quotas,
        Past past,
        Explanations explanations) {
    private static final Comparator<Verdict> BY_PLACE =
            Comparator.comparing(verdict -> verdict.finding().uses().stream()
                    .map(ImageUse::location)
                    .findFirst()
                    .orElse(new Location("", 1)));

    /** No registry said what is left, and nobody asked what was before, or why. */
    public Report(
            LockfilePlace lockfile,
            boolean locked,
            boolean failOnDrift,
            boolean online,
            Inventory inventory,
            List<Comparison> images,
            Judge judge) {
        this(
                lockfile,
                locked,
                failOnDrift,
                online,
                inventory,
                images,
                judge,
                new TreeMap<>(),
                Past.NONE,
                Explanations.NONE);
    }

    /** Copies the collections. */
    public Report {
        images = List.copyOf(images);
        quotas = new TreeMap<>(quotas);
    }

    /** Every finding with its judgement, by image and weight. */
    public List<Verdict> verdicts() {
        return images.stream()
                .flatMap(image -> image.findings().stream())
                .map(judge::judge)
                .toList();
    }

    /** Those that are told: without a lockfile, that no image is in it is told once. */
    List<Verdict> told() {
        return verdicts().stream()
                .filter(verdict -> locked || !(verdict.finding() instanceof NotLocked))
                .sorted(byWeight().thenComparing(BY_PLACE))
                .toList();
    }

    private Comparator<Verdict> byWeight() {
        return Comparator.comparingInt(verdict -> explanations.weight(verdict.finding()));
    }

    /** The images that could not be checked, by the reason they share, and by whether somebody lets that pass. */
    Map<ResolutionFailure, List<Comparison>> unchecked(boolean ignored) {
        FailureGroups<Comparison> unchecked = new FailureGroups<>();
        for (Comparison image : images) {
            image.failures().stream()
                    .filter(failure -> isIgnored(failure, image) == ignored)
                    .forEach(failure -> unchecked.add(failure, image));
        }
        return unchecked.groups();
    }

    private boolean isIgnored(ResolutionFailure failure, Comparison image) {
        return judge.ignores().of(failure, image).filter(Ignored::holds).isPresent();
    }

    /** The rules of the settings that hide nothing, where all that they may mean was looked at. */
    List<Ignore> unmatchedIgnores() {
        return inventory.whole() ? judge.ignores().unmatched(images) : List.of();
    }

    /** Whether images are named and none of them is guarded, for want of a lockfile. */
    boolean nothingLocked() {
        return !locked && verdicts().stream().anyMatch(verdict -> verdict.finding() instanceof NotLocked);
    }

    /** What the run ends with. */
    public int exitCode() {
        boolean drift = verdicts().stream().anyMatch(Verdict::fails);
        boolean error =
                !inventory.problems().isEmpty() || past.errors().findAny().isPresent();
        boolean unchecked = !unchecked(false).isEmpty();
        return ExitCode.of(drift && failOnDrift, error, unchecked);
    }

    /** How many images have a finding of this type. */
    long count(Class<? extends Finding> type) {
        return images.stream()
                .filter(image -> image.findings().stream().anyMatch(type::isInstance))
                .count();
    }
}
