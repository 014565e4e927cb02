package dev.tagdrift.report;

import static dev.tagdrift.report.Phrases.code;

import dev.tagdrift.explain.InstalledPackage;
import dev.tagdrift.explain.LayerFlaw;
import dev.tagdrift.explain.PackageChanges;
import dev.tagdrift.explain.PackageComparison;
import dev.tagdrift.explain.PackageReading;
import dev.tagdrift.explain.PackageReading.NotFetched;
import dev.tagdrift.explain.PackageReading.NotReadable;
import dev.tagdrift.explain.Unreadable;
import dev.tagdrift.explain.VersionChange;
import dev.tagdrift.image.Digest;
import dev.tagdrift.report.Told.Row;
import dev.tagdrift.report.Told.Section;
import dev.tagdrift.resolve.ResolutionFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The words for what became of the packages of an image. */
final class PackageWording {
    private final PackageComparison comparison;

    PackageWording(PackageComparison comparison) {
        this.comparison = comparison;
    }

    /**
     * What is known, in a row or two.
     *
     * @param whole whether every package is named elsewhere
     */
    List<Row> summary(boolean whole) {
        if (comparison.isBare()) {
            return List.of(Row.of("packages", "no package manager keeps records in these images"));
        }
        return comparison
                .changes()
                .map(changes -> Stream.concat(Stream.of(Row.of("packages", counted(changes, whole))), doubt().stream())
                        .toList())
                .orElseGet(this::unread);
    }

    /** Why what changed may not have. */
    private Optional<Row> doubt() {
        return comparison.isMixed()
                ? Optional.of(Row.of(
                        "",
                        "a published list against the records of a package manager: what was added or removed may only be"
                                + " counted by one of them"))
                : Optional.empty();
    }

    /** How many changed in which way; empty if none did. */
    static String counts(PackageChanges changes) {
        List<String> counts = new ArrayList<>();
        add(counts, changes.upgraded().size(), "upgraded");
        add(counts, changes.downgraded().size(), "downgraded");
        add(counts, changes.added().size(), "added");
        add(counts, changes.removed().size(), "removed");
        return String.join(", ", counts);
    }

    private static void add(List<String> counts, int number, String what) {
        if (number > 0) {
            counts.add(number + " " + what);
        }
    }

    private static String counted(PackageChanges changes, boolean whole) {
        String counts = counts(changes);
        if (counts.isEmpty()) {
            return "the same, in the same versions";
        }
        return whole ? counts : counts + "; " + code("--packages") + " names them";
    }

    /** Every package that changed, by what became of it. */
    static List<Section> all(PackageChanges changes) {
        return List.of(
                versions("packages upgraded", changes.upgraded()),
                versions("packages downgraded", changes.downgraded()),
                packages("packages added", changes.added()),
                packages("packages removed", changes.removed()));
    }

    private static Section versions(String title, List<VersionChange> changes) {
        return new Section(
                title,
                changes.stream()
                        .map(change -> Row.of(
                                change.to().name(),
                                change.from().version() + " -> " + change.to().version()))
                        .toList());
    }

    private static Section packages(String title, List<InstalledPackage> packages) {
        return new Section(
                title,
                packages.stream().map(one -> Row.of(one.name(), one.version())).toList());
    }

    /** Why packages cannot be compared, if they cannot. */
    List<String> obstacles() {
        return unread().stream().map(Row::text).toList();
    }

    private List<Row> unread() {
        return Stream.of(unread("locked", comparison.locked()), unread("current", comparison.current()))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Row> unread(String label, PackageReading reading) {
        return switch (reading) {
            case NotReadable unreadable ->
                List.of(Row.of(
                        "packages",
                        label + " cannot be read from " + code(unreadable.where()) + ": " + why(unreadable.flaw())));
            case NotFetched(Unreadable reason) ->
                List.of(Row.of("packages", label + " cannot be read: " + why(reason)));
            case PackageReading.Found found -> List.of();
            case PackageReading.NoneRecorded none -> List.of();
        };
    }

    private static String why(Unreadable reason) {
        String layer = "layer " + Phrases.digest(reason.layer());
        return switch (reason) {
            case Unreadable.NotFetched(Digest any, ResolutionFailure failure) ->
                FailureWording.sentence(failure, List.of(layer));
            case Unreadable.Foreign foreign -> layer + " is kept elsewhere, and its registry need not have it";
            case Unreadable.NoFiles other -> layer + " is of a type that cannot be looked into: " + other.type();
            case Unreadable.Flawed(Digest any, LayerFlaw flaw) -> layer + " " + why(flaw);
        };
    }

    private static String why(LayerFlaw flaw) {
        return switch (flaw) {
            case MALFORMED -> "is damaged or cut off";
            case TOO_LARGE -> "unfolds to more than is read";
            case TOO_MUCH -> "brings the records of the image to more than is read";
            case NO_ZSTD -> "is packed with zstd, which cannot be unpacked on this system";
        };
    }

    private static String why(PackageReading.Flaw flaw) {
        return switch (flaw) {
            case MALFORMED -> "it is damaged or cut off";
            case UNKNOWN_FORMAT -> "its format is not known here";
            case UNFINISHED -> "a part of it is still in a journal beside it";
        };
    }
}
