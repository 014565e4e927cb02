package dev.tagdrift.report;

import static dev.tagdrift.report.Phrases.built;
import static dev.tagdrift.report.Phrases.code;

import dev.tagdrift.drift.Finding;
import dev.tagdrift.drift.Finding.TagMoved;
import dev.tagdrift.drift.PlatformChanges;
import dev.tagdrift.explain.Cause;
import dev.tagdrift.explain.Explanation;
import dev.tagdrift.explain.Outcome.Broken;
import dev.tagdrift.explain.Outcome.Explained;
import dev.tagdrift.explain.Outcome.NoSuchPlatform;
import dev.tagdrift.explain.Outcome.TagGone;
import dev.tagdrift.explain.Outcome.Unread;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.ImageReference.Digested;
import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.image.MediaType;
import dev.tagdrift.image.OsRelease;
import dev.tagdrift.report.Message.Fact;
import dev.tagdrift.resolve.ResolutionFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The words for a tag that moved, and for why it did as far as that was asked. */
final class MoveWording {
    private final Explanations explanations;

    MoveWording(Explanations explanations) {
        this.explanations = explanations;
    }

    /** What became of the tag: why it moved, if that is known, else that it did. */
    String sentence(TagMoved moved) {
        return verdict(moved).orElseGet(() -> code(moved.image().familiar()) + " names another image now");
    }

    /** What was explained, unless the finding itself tells what weighs more. */
    private Optional<String> verdict(TagMoved moved) {
        return explanations
                .explained(moved)
                .filter(explanation -> explanations.cause(moved).equals(Optional.of(explanation.cause())))
                .map(explanation -> ShiftWording.words(moved, explanation).verdict());
    }

    List<Fact> facts(TagMoved moved) {
        List<Fact> facts = new ArrayList<>();
        if (verdict(moved).isEmpty() || !explanations.cause(moved).equals(Optional.of(Cause.OS_RELEASE))) {
            Phrases.release(moved.locked().os(), moved.os().map(OsRelease::toString))
                    .map(release -> Fact.of("os", release))
                    .ifPresent(facts::add);
        }
        facts.addAll(why(moved));
        facts.add(Fact.of(
                "locked",
                Phrases.digest(moved.locked().digest()) + built(moved.locked().created())));
        facts.add(Fact.of("current", Phrases.digest(moved.current().digest()) + built(moved.built())));
        MediaType before = moved.locked().mediaType();
        MediaType after = moved.current().mediaType();
        if (!before.equals(after)) {
            facts.add(Fact.of("type", before + " -> " + after));
        }
        facts.add(new Fact("changed", changed(moved.platforms())));
        facts.addAll(name(moved));
        return facts;
    }

    private static List<String> changed(Optional<PlatformChanges> platforms) {
        if (platforms.isEmpty()) {
            return List.of("not known: nothing to compare for your platforms");
        }
        PlatformChanges changes = platforms.get();
        return changes.changed().isEmpty()
                ? List.of("none of " + Phrases.list(changes.same()))
                : changes.changed().stream()
                        .map(platform -> platform + (changes.gone().contains(platform) ? " (gone)" : ""))
                        .toList();
    }

    /** The weightiest of what was explained, for a finding whose sentence does not tell it. */
    List<Fact> explained(Finding finding) {
        List<Fact> facts = new ArrayList<>();
        explanations
                .explained(finding)
                .ifPresent(explanation -> facts.add(
                        Fact.of("why", ShiftWording.words(finding, explanation).verdict())));
        facts.addAll(why(finding));
        facts.addAll(name(finding));
        return facts;
    }

    private List<Fact> why(Finding finding) {
        return explanations
                .of(finding)
                .map(outcome -> switch (outcome) {
                    case Explained(Explanation explanation) -> content(explanation);
                    case Unread(ImageReference reference, ResolutionFailure reason) ->
                        List.of(unread(reference, reason));
                    case Broken(String what) -> List.of(Fact.of("why", "not known: " + UsageWording.broken(what)));
                    case NoSuchPlatform none -> List.of(Fact.of("why", "not known: " + UsageWording.lacking(none)));
                    // What moved is asked for by digest.
                    case TagGone gone -> List.<Fact>of();
                })
                .orElse(List.of());
    }

    private static List<Fact> content(Explanation explanation) {
        var changes = ShiftWording.changes(explanation);
        List<Fact> facts = new ArrayList<>();
        Wave.gone(changes.getOrDefault(Cause.LIBRARIES, Set.of())).ifPresent(facts::add);
        // A new release changes nearly all of them: then how many is enough.
        if (explanation.cause() == Cause.PACKAGES) {
            Wave.packages(changes.getOrDefault(Cause.PACKAGES, Set.of())).ifPresent(facts::add);
        } else {
            explanation
                    .content()
                    .packageChanges()
                    .map(PackageWording::counts)
                    .filter(counts -> !counts.isEmpty())
                    .ifPresent(counts -> facts.add(Fact.of("packages", counts)));
        }
        return facts;
    }

    /** It was checked all the same. */
    private static Fact unread(ImageReference reference, ResolutionFailure reason) {
        String name = Phrases.name(reference)
                + (reference instanceof Digested digested ? "@" + Phrases.digest(digested.digest()) : "");
        return Fact.of("why", "not known: " + FailureWording.sentence(reason, List.of(name)));
    }

    /** What the name promises, and a better one: told where somebody asked why the image moved. */
    private List<Fact> name(Finding finding) {
        List<Fact> facts = new ArrayList<>();
        if (explanations.of(finding).isPresent() && finding.image() instanceof Tagged tagged) {
            MobilityWording mobility = new MobilityWording(tagged, os(finding));
            facts.add(Fact.of("moves with", mobility.movers() + mobility.reason()));
        }
        explanations
                .explained(finding)
                .flatMap(Explanation::betterTag)
                .ifPresent(tag -> facts.add(Fact.of("moves less", code(tag.familiar()) + " names the same image now")));
        return facts;
    }

    /** The release of the system in the image before. */
    private Optional<OsRelease> os(Finding finding) {
        return finding instanceof TagMoved moved
                ? moved.locked().os().flatMap(OsRelease::parse)
                : explanations
                        .explained(finding)
                        .flatMap(explanation -> explanation.locked().os());
    }
}
