package dev.tagdrift.report;

import static dev.tagdrift.report.Phrases.built;
import static dev.tagdrift.report.Phrases.code;

import dev.tagdrift.drift.Finding;
import dev.tagdrift.drift.Finding.BuiltHere;
import dev.tagdrift.drift.Finding.CacheDiffers;
import dev.tagdrift.drift.Finding.DigestVanished;
import dev.tagdrift.drift.Finding.Drift;
import dev.tagdrift.drift.Finding.Incomplete;
import dev.tagdrift.drift.Finding.MixedOs;
import dev.tagdrift.drift.Finding.NotLocked;
import dev.tagdrift.drift.Finding.Note;
import dev.tagdrift.drift.Finding.PinBehind;
import dev.tagdrift.drift.Finding.PinDisagrees;
import dev.tagdrift.drift.Finding.PlatformMissing;
import dev.tagdrift.drift.Finding.Stale;
import dev.tagdrift.drift.Finding.TagMoved;
import dev.tagdrift.drift.Finding.TagVanished;
import dev.tagdrift.drift.Finding.Unused;
import dev.tagdrift.drift.Ignored;
import dev.tagdrift.drift.Verdict;
import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.lockfile.LockedImage;
import dev.tagdrift.report.Entry.Topic;
import dev.tagdrift.report.Message.Fact;
import dev.tagdrift.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The words for what a check finds. */
final class FindingWording {
    private final LockfilePlace lockfile;
    private final FindingHints hints;
    private final HistoryWording history;
    private final MoveWording moves;
    private final ShiftWording shifts;

    /** Of what is known by itself. */
    FindingWording(LockfilePlace lockfile) {
        this(lockfile, Past.NONE, Explanations.NONE);
    }

    /**
     * With what else is known.
     *
     * @param lockfile where it is
     * @param past what came before
     * @param explanations why images are others now
     */
    FindingWording(LockfilePlace lockfile, Past past, Explanations explanations) {
        this.lockfile = lockfile;
        this.hints = new FindingHints(lockfile);
        this.history = new HistoryWording(past);
        this.moves = new MoveWording(explanations);
        this.shifts = new ShiftWording(lockfile, past, explanations);
    }

    static Id id(Finding finding) {
        return switch (finding) {
            case TagMoved moved -> Id.TAG_MOVED;
            case TagVanished vanished -> Id.TAG_VANISHED;
            case DigestVanished vanished -> Id.DIGEST_VANISHED;
            case PlatformMissing missing -> Id.PLATFORM_MISSING;
            case NotLocked notLocked -> Id.NOT_LOCKED;
            case Incomplete incomplete -> Id.INCOMPLETE;
            case Unused unused -> Id.UNUSED;
            case PinDisagrees disagrees -> Id.PIN_DISAGREES;
            case PinBehind behind -> Id.PIN_BEHIND;
            case MixedOs mixed -> Id.MIXED_OS;
            case CacheDiffers differs -> Id.CACHE_DIFFERS;
            case BuiltHere here -> Id.BUILT_HERE;
        };
    }

    static Kind kind(Verdict verdict) {
        return switch (verdict.finding()) {
            case Drift drift -> verdict.fails() ? Kind.DRIFT : Kind.NOTE;
            case Stale stale -> verdict.fails() ? Kind.STALE : Kind.NOTE;
            case Note note -> Kind.NOTE;
        };
    }

    Entry entry(Verdict verdict) {
        Finding finding = verdict.finding();
        return new Entry(
                Topic.FINDING,
                message(verdict),
                places(finding),
                List.of(finding.image()),
                finding.image().toString(),
                Entry.holding(verdict.ignored()),
                shifts.shift(verdict),
                List.of());
    }

    private List<Location> places(Finding finding) {
        return switch (finding) {
            case MixedOs mixed -> List.of(mixed.copy());
            case Unused unused -> List.of(new Location(lockfile.path(), 1));
            case Finding other -> Entry.places(other.uses());
        };
    }

    Message message(Verdict verdict) {
        Finding finding = verdict.finding();
        List<Fact> facts = new ArrayList<>(facts(finding));
        if (!(finding instanceof TagMoved)) {
            facts.addAll(moves.explained(finding));
        }
        facts.addAll(history.facts(finding));
        if (!(finding instanceof MixedOs)) {
            Phrases.alsoAt(finding.uses()).ifPresent(facts::add);
        }
        if (verdict.doubtful()) {
            facts.add(
                    Fact.of("fails", "by `fail-on`: whether the release of the system is the locked one is not known"));
        }
        verdict.ignored().map(FindingWording::ignored).ifPresent(facts::add);
        if (kind(verdict) == Kind.NOTE
                && finding instanceof TagMoved moved
                && verdict.ignored().filter(Ignored::holds).isEmpty()) {
            facts.add(Fact.of(
                    "passes",
                    "by `fail-on`: "
                            + (moved.concernsYou()
                                    ? "the release of the system is the locked one"
                                    : "none of your platforms has changed")));
        }
        return new Message(kind(verdict), id(finding), where(finding), sentence(finding), facts, hints.of(finding));
    }

    private String where(Finding finding) {
        if (finding instanceof MixedOs mixed) {
            return mixed.copy().toString();
        }
        return finding instanceof Unused ? lockfile.path() : Phrases.where(finding.uses());
    }

    /** That it is known and accepted, or was. */
    static Fact ignored(Ignored ignored) {
        String why =
                ignored.rule().reason().isEmpty() ? "" : ": " + ignored.rule().reason();
        return Fact.of("ignored", "until " + ignored.rule().until() + (ignored.holds() ? "" : ", which is over") + why);
    }

    private String sentence(Finding finding) {
        String name = code(finding.image().familiar());
        return switch (finding) {
            case TagMoved moved -> moves.sentence(moved);
            case TagVanished vanished -> gone(vanished.image());
            case DigestVanished vanished ->
                "the image " + Phrases.digest(vanished.digest()) + " of " + code(Phrases.name(vanished.image()))
                        + " is gone: builds from it will break";
            case PlatformMissing missing -> name + " has no image for " + Phrases.list(missing.platforms());
            case NotLocked notLocked -> name + " is not in the lockfile";
            case Incomplete incomplete ->
                "the lockfile does not have " + Phrases.list(incomplete.platforms()) + " of " + name;
            case Unused unused -> "no file names " + name + " any more";
            case PinDisagrees disagrees -> name + " is pinned to another digest than the locked one";
            case PinBehind behind -> name + " has moved on from the digest that is pinned here";
            case MixedOs mixed ->
                "files of " + code(Phrases.name(mixed.from())) + " are copied onto another release of "
                        + mixed.os().id();
            case CacheDiffers differs -> "the Docker engine holds another " + name + " than the locked one";
            case BuiltHere here -> "the Docker engine holds a " + name + " that came from no registry";
        };
    }

    static String gone(Tagged tag) {
        return code(tag.familiar()) + " does not exist any more";
    }

    /** What to do where the tag is gone and the image is not. */
    static String keep(Tagged tag, Digest locked) {
        return "choose another tag, or keep the locked image with " + code(tag.familiar() + "@" + locked);
    }

    private List<Fact> facts(Finding finding) {
        return switch (finding) {
            case TagMoved moved -> moves.facts(moved);
            case TagVanished vanished ->
                List.of(Fact.of(
                        "locked",
                        Phrases.digest(vanished.locked().digest())
                                + (vanished.lockedExists() ? "  still there" : "  not known to be there")));
            case DigestVanished vanished ->
                Stream.concat(
                                vanished.locked().flatMap(LockedImage::os).map(os -> Fact.of("os", os)).stream(),
                                vanished
                                        .current()
                                        .map(now -> Fact.of("current", Phrases.digest(now.digest())))
                                        .stream())
                        .toList();
            case PlatformMissing missing -> List.of(Fact.of("image", Phrases.digest(missing.digest())));
            case NotLocked notLocked -> List.of();
            case Incomplete incomplete -> List.of();
            case Unused unused ->
                List.of(Fact.of("locked", Phrases.digest(unused.locked().digest())));
            case PinDisagrees disagrees ->
                List.of(
                        Fact.of("pinned", Phrases.digest(disagrees.pinned())),
                        Fact.of("locked", Phrases.digest(disagrees.locked())));
            case PinBehind behind ->
                List.of(
                        Fact.of("pinned", Phrases.digest(behind.pinned())),
                        Fact.of("current", Phrases.digest(behind.current().digest())));
            case MixedOs mixed ->
                List.of(
                        Fact.of("from", mixed.fromOs() + "  " + code(Phrases.name(mixed.from()))),
                        Fact.of("onto", mixed.os() + "  " + code(mixed.image().familiar())));
            case CacheDiffers differs -> held(differs);
            case BuiltHere here -> List.of(Fact.of("held", Phrases.digest(here.id()) + "  built or loaded here"));
        };
    }

    private static List<Fact> held(CacheDiffers differs) {
        return List.of(
                Fact.of(
                        "locked",
                        Phrases.digest(differs.locked().digest())
                                + built(differs.locked().created())),
                new Fact("held", differs.cached().stream().map(Phrases::digest).toList()));
    }
}
