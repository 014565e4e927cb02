package dev.tagdrift.report;

import static dev.tagdrift.report.Phrases.code;
import static dev.tagdrift.report.Phrases.count;

import dev.tagdrift.drift.Comparison;
import dev.tagdrift.drift.Finding;
import dev.tagdrift.drift.Finding.CacheDiffers;
import dev.tagdrift.drift.Finding.DigestVanished;
import dev.tagdrift.drift.Finding.Incomplete;
import dev.tagdrift.drift.Finding.NotLocked;
import dev.tagdrift.drift.Finding.PinDisagrees;
import dev.tagdrift.drift.Finding.PlatformMissing;
import dev.tagdrift.drift.Finding.TagMoved;
import dev.tagdrift.drift.Finding.TagVanished;
import dev.tagdrift.drift.Finding.Unused;
import dev.tagdrift.drift.Ignored;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.image.OsRelease;
import dev.tagdrift.image.TagMobility;
import dev.tagdrift.lockfile.LockedImage;
import dev.tagdrift.report.Entry.Topic;
import dev.tagdrift.report.Message.Fact;
import dev.tagdrift.resolve.ResolutionFailure;
import dev.tagdrift.settings.Ignore;
import dev.tagdrift.source.ImageUse;
import dev.tagdrift.source.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The words for a check as a whole. */
final class CheckWording {
    private final Report report;

    CheckWording(Report report) {
        this.report = report;
    }

    /**
     * What is new first; then drift, what is out of step, what could not be read or asked, and what is only good to know.
     */
    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        FindingWording findings = new FindingWording(report.lockfile(), report.past(), report.explanations());
        if (report.nothingLocked()) {
            entries.add(notLocked());
        }
        report.told().forEach(verdict -> entries.add(findings.entry(verdict)));
        report.inventory().problems().forEach(problem -> entries.add(ProblemWording.entry(problem)));
        report.unchecked(false).forEach((failure, images) -> entries.add(unchecked(Kind.ERROR, failure, images)));
        report.unchecked(true).forEach((failure, images) -> entries.add(unchecked(Kind.NOTE, failure, images)));
        report.unmatchedIgnores().forEach(rule -> entries.add(Entry.setup(unmatched(rule))));
        report.past().messages().forEach(message -> entries.add(Entry.setup(message)));
        entries.sort(Comparator.comparing((Entry entry) -> !entry.isNew())
                .thenComparing(entry -> entry.message().kind()));
        return entries;
    }

    private Entry notLocked() {
        List<ImageReference> images = report.images().stream()
                .filter(image -> image.findings().stream().anyMatch(finding -> finding instanceof NotLocked))
                .map(Comparison::image)
                .toList();
        return new Entry(
                Topic.FINDING,
                noLockfile(report.lockfile()),
                List.of(new Location(report.lockfile().path(), 1)),
                images,
                "",
                Optional.empty());
    }

    static Message noLockfile(LockfilePlace lockfile) {
        return new Message(
                Kind.STALE,
                Id.NO_LOCKFILE,
                "",
                "there is no lockfile "
                        + lockfile.named().map(name -> Phrases.code(name) + " ").orElse("")
                        + "yet, so nothing tells whether a tag moves",
                List.of(Fact.of("expected", lockfile.path())),
                List.of("write it with " + lockfile.command("lock") + ", and commit it"));
    }

    /** One message for everything that one reason keeps from being known. */
    private Entry unchecked(Kind kind, ResolutionFailure failure, List<Comparison> images) {
        List<ImageUse> uses = images.stream()
                .flatMap(image -> image.uses().stream())
                .sorted((one, other) -> one.location().compareTo(other.location()))
                .toList();
        Optional<Ignored> ignored = report.judge().ignores().of(failure, images.getFirst());
        return new Entry(
                Topic.UNCHECKED,
                uncheckedMessage(kind, failure, images, uses, ignored),
                Entry.places(uses),
                images.stream().map(Comparison::image).toList(),
                failure.registry(),
                Entry.holding(ignored));
    }

    private Message uncheckedMessage(
            Kind kind,
            ResolutionFailure failure,
            List<Comparison> images,
            List<ImageUse> uses,
            Optional<Ignored> ignored) {
        List<String> names =
                images.stream().map(image -> image.image().familiar()).toList();
        List<Fact> facts = new ArrayList<>(FailureWording.facts(failure));
        if (names.size() > 1) {
            facts.add(new Fact("images", names));
        }
        long known = report.images().stream()
                .filter(image -> image.failures().isEmpty() && image.current().isPresent())
                .count();
        facts.add(Fact.of(
                "checked",
                known + " of " + count(report.images().size(), "image")
                        + (images.size() == 1
                                ? "; this one is unknown, not clean"
                                : "; these are unknown, not clean")));
        ignored.map(FindingWording::ignored).ifPresent(facts::add);
        boolean together = names.size() > 1;
        if (!together) {
            Phrases.alsoAt(uses).ifPresent(facts::add);
        }
        return new Message(
                kind,
                FailureWording.id(failure, Id.DENIED),
                together ? "" : Phrases.where(uses),
                FailureWording.sentence(failure, names),
                facts,
                FailureHints.of(failure));
    }

    private static Message unmatched(Ignore rule) {
        String file = rule.file().map(glob -> "no file " + code(glob)).orElse("no file");
        String image = rule.image().map(glob -> "an image " + code(glob)).orElse("an image");
        return new Message(
                Kind.WARNING,
                Id.UNMATCHED_IGNORE,
                "",
                "the `ignore` in line " + rule.line() + " of the settings matches nothing: " + file + " names " + image,
                List.of(),
                List.of("take it out of tagdrift.yaml, or correct the pattern"));
    }

    /** What takes the place of entries where there is no more room. */
    static String notShown(int entries) {
        return entries + " more " + (entries == 1 ? "is" : "are") + " not shown here: the text of the run has all";
    }

    /** The last line: how many of what. */
    String summary() {
        List<String> parts = new ArrayList<>();
        add(parts, report.images().stream().filter(this::asLocked).count(), report.online() ? "as locked" : "in step");
        add(parts, report.count(TagMoved.class), "moved" + amongMoves());
        add(parts, vanished(), "vanished");
        add(parts, report.count(PlatformMissing.class), "without a configured platform");
        add(parts, report.count(CacheDiffers.class), "held differently");
        add(parts, report.count(NotLocked.class), "not locked");
        add(parts, report.count(Incomplete.class), "incomplete");
        add(parts, report.count(PinDisagrees.class), "pinned to another digest");
        add(parts, report.count(Unused.class), "unused");
        add(
                parts,
                report.images().stream()
                        .filter(image -> !image.failures().isEmpty())
                        .count(),
                "could not be checked");
        Wording.unread(report.inventory()).ifPresent(parts::add);
        long named = report.images().stream()
                .filter(image -> !image.uses().isEmpty())
                .count();
        return Wording.found(report.inventory(), named) + ": " + String.join(", ", parts);
    }

    private String amongMoves() {
        List<String> parts = new ArrayList<>();
        if (newMoves() > 0) {
            parts.add(newMoves() + " new");
        }
        if (ignoredMoves() > 0) {
            parts.add(ignoredMoves() + " ignored");
        }
        return parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")";
    }

    private long ignoredMoves() {
        return report.verdicts().stream()
                .filter(verdict -> verdict.finding() instanceof TagMoved)
                .filter(verdict -> verdict.ignored().filter(Ignored::holds).isPresent())
                .count();
    }

    /** How many tags no earlier run saw where they are now. */
    private long newMoves() {
        return report.images().stream()
                .flatMap(image -> image.findings().stream())
                .filter(finding -> finding instanceof TagMoved && report.past().isNew(finding))
                .count();
    }

    private long vanished() {
        return report.images().stream()
                .filter(image -> image.findings().stream()
                        .anyMatch(finding -> finding instanceof TagVanished || finding instanceof DigestVanished))
                .count();
    }

    private static void add(List<String> parts, long number, String what) {
        if (number > 0 || parts.isEmpty()) {
            parts.add(number + " " + what);
        }
    }

    private boolean asLocked(Comparison image) {
        return image.failures().isEmpty()
                && image.findings().stream().allMatch(finding -> finding instanceof Finding.Note);
    }

    /** What {@code -v} keeps of an image for whoever reads the log later. */
    static String seen(Comparison image) {
        String locked = image.locked().map(entry -> entry.digest().toString()).orElse("none");
        String current = image.current()
                .map(Object::toString)
                .or(() -> Optional.of("unknown").filter(any -> !image.failures().isEmpty()))
                .orElse("not asked");
        return image.image() + " locked " + locked + " current " + current + " "
                + name(image)
                        .map(name -> "moves with " + new MobilityWording(name, os(image)).movers())
                        .orElse("never moves");
    }

    private static Optional<OsRelease> os(Comparison image) {
        return image.locked().flatMap(LockedImage::os).flatMap(OsRelease::parse);
    }

    /** What keeps the name from moving: a digest, or as much of a version as its tag has. */
    static String mobility(Comparison image) {
        return name(image).map(name -> TagMobility.of(name.tag()).toString()).orElse("digest");
    }

    /** The name that a registry is asked for; none where every use is pinned. */
    private static Optional<Tagged> name(Comparison image) {
        boolean pinned =
                !image.uses().isEmpty() && image.uses().stream().noneMatch(use -> use.reference() instanceof Tagged);
        return image.image() instanceof Tagged name && !pinned ? Optional.of(name) : Optional.empty();
    }
}
