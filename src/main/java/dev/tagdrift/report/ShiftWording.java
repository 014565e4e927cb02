package dev.tagdrift.report;

import dev.tagdrift.drift.Finding;
import dev.tagdrift.drift.Finding.PinBehind;
import dev.tagdrift.drift.Finding.TagMoved;
import dev.tagdrift.drift.Verdict;
import dev.tagdrift.explain.Cause;
import dev.tagdrift.explain.Content.Compared;
import dev.tagdrift.explain.Explanation;
import dev.tagdrift.explain.InstalledPackage;
import dev.tagdrift.explain.LibraryChange;
import dev.tagdrift.explain.PackageChanges;
import dev.tagdrift.explain.Software;
import dev.tagdrift.explain.VersionChange;
import dev.tagdrift.image.OsRelease;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words for what tags have in common that went the same way. */
final class ShiftWording {
    private final LockfilePlace lockfile;
    private final Past past;
    private final Explanations explanations;

    ShiftWording(LockfilePlace lockfile, Past past, Explanations explanations) {
        this.lockfile = lockfile;
        this.past = past;
        this.explanations = explanations;
    }

    /** What is known of a tag that left its image; empty for what is found otherwise. */
    Optional<Shift> shift(Verdict verdict) {
        Finding finding = verdict.finding();
        Optional<Explanation> explanation = explanations.explained(finding);
        return finding.departure()
                .map(any -> new Shift(
                        lockfile,
                        explanations.cause(finding),
                        changes(finding, explanation),
                        explanation.map(known -> words(finding, known).told(true)),
                        // What somebody let pass is told with the reason for it.
                        verdict.ignored().isPresent() ? Optional.empty() : accept(finding),
                        new HistoryWording(past).since(finding),
                        past.isNew(finding)));
    }

    static ExplainWording words(Finding finding, Explanation explanation) {
        return new ExplainWording(Optional.empty(), finding.image().familiar(), explanation);
    }

    private static Optional<String> accept(Finding finding) {
        return switch (finding) {
            case TagMoved moved -> Optional.of(moved.alsoPinned() ? "pin" : "lock");
            case PinBehind behind -> Optional.of("pin");
            case Finding other -> Optional.empty();
        };
    }

    private static SortedMap<Cause, Set<String>> changes(Finding finding, Optional<Explanation> explanation) {
        SortedMap<Cause, Set<String>> changes =
                explanation.map(ShiftWording::changes).orElseGet(TreeMap::new);
        if (finding instanceof TagMoved moved) {
            if (moved.changesRelease()) {
                changes.put(Cause.OS_RELEASE, set(release(moved.locked().os().flatMap(OsRelease::parse), moved.os())));
            }
            if (!moved.concernsYou()) {
                changes.put(Cause.OTHER_PLATFORMS, set(Stream.of("other platforms")));
            }
        }
        return changes;
    }

    /** What changed, by its weight. */
    static SortedMap<Cause, Set<String>> changes(Explanation explanation) {
        SortedMap<Cause, Set<String>> changes = new TreeMap<>();
        for (Cause weight : Cause.values()) {
            changes.put(weight, set(changes(explanation, weight)));
        }
        return changes;
    }

    private static Set<String> set(Stream<String> words) {
        return words.collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<String> changes(Explanation explanation, Cause weight) {
        Stream<PackageChanges> packages = explanation.content().packageChanges().stream();
        return switch (weight) {
            case OS_RELEASE ->
                release(explanation.locked().os(), explanation.current().os());
            case MAJOR_VERSION ->
                software(explanation, Software::major)
                        .map(versions -> "from " + versions.from() + " to " + versions.to());
            case LIBRARIES ->
                packages.flatMap(changes -> changes.libraries().stream()).map(ShiftWording::library);
            case PACKAGES ->
                Stream.concat(
                        software(explanation, Software::version)
                                .map(versions -> versions.from() + " -> " + versions.number()),
                        packages.flatMap(ShiftWording::packages));
            case REBUILD ->
                explanation.content() instanceof Compared compared
                        ? Stream.of(VerdictWording.again(explanation, compared.packages()))
                        : Stream.of();
            // What nobody knows is nothing that tags could share.
            case UNKNOWN, OTHER_PLATFORMS, UNCHANGED -> Stream.of();
        };
    }

    private static Stream<String> release(Optional<OsRelease> before, Optional<OsRelease> after) {
        return before.stream()
                .flatMap(from -> after.stream().filter(to -> !from.isSame(to)).map(to -> "from " + from + " to " + to));
    }

    /** The name and the version of the software that an image is made for, before and now. */
    record Versions(String name, String before, String number) {
        String from() {
            return name + " " + before;
        }

        String to() {
            return name + " " + number;
        }
    }

    /** The software that both are made for, if it is one in two versions, as far as this part of them tells. */
    static Stream<Versions> software(Explanation explanation, Function<Software, String> part) {
        return explanation.locked().software().stream()
                .flatMap(from -> explanation.current().software().stream()
                        .filter(to -> from.variable().equals(to.variable()))
                        .map(to -> new Versions(VerdictWording.name(to), part.apply(from), part.apply(to)))
                        .filter(versions -> !versions.before().equals(versions.number())));
    }

    static String library(LibraryChange change) {
        return change.gone().name()
                + change.successor().map(successor -> " -> " + successor.name()).orElse("");
    }

    private static Stream<String> packages(PackageChanges changes) {
        return Stream.of(
                        Stream.concat(changes.upgraded().stream(), changes.downgraded().stream())
                                .map(ShiftWording::version),
                        changes.added().stream().map(one -> installed(one) + " added"),
                        changes.removed().stream().map(one -> installed(one) + " removed"))
                .flatMap(words -> words);
    }

    private static String version(VersionChange change) {
        return change.to().name() + " " + change.from().version() + " -> "
                + change.to().version();
    }

    private static String installed(InstalledPackage one) {
        return one.name() + " " + one.version();
    }
}
