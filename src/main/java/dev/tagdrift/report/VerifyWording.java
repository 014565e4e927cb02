package dev.tagdrift.report;

import static dev.tagdrift.report.Phrases.code;

import dev.tagdrift.enforce.BaseImage;
import dev.tagdrift.enforce.Claim;
import dev.tagdrift.enforce.Verification;
import dev.tagdrift.enforce.Verification.AsLocked;
import dev.tagdrift.enforce.Verification.Doubt;
import dev.tagdrift.enforce.Verification.Doubt.BaseNotLocked;
import dev.tagdrift.enforce.Verification.Doubt.BaseUnanswered;
import dev.tagdrift.enforce.Verification.Doubt.BaseUnread;
import dev.tagdrift.enforce.Verification.Doubt.BaseWithoutLayers;
import dev.tagdrift.enforce.Verification.Doubt.Flattened;
import dev.tagdrift.enforce.Verification.Doubt.PerhapsNothing;
import dev.tagdrift.enforce.Verification.FromAnother;
import dev.tagdrift.enforce.Verification.FromElsewhere;
import dev.tagdrift.enforce.Verification.FromNothing;
import dev.tagdrift.enforce.Verification.Untold;
import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.image.Platform;
import dev.tagdrift.report.Message.Fact;
import dev.tagdrift.report.VerifyReport.Verified;
import dev.tagdrift.resolve.ResolutionFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The words for what an image was built from. */
public final class VerifyWording {
    private final VerifyReport report;

    /** @param report what was found */
    public VerifyWording(VerifyReport report) {
        this.report = report;
    }

    /** What is as it should be, a line each. */
    public List<String> lines() {
        return report.verified().stream().flatMap(this::line).toList();
    }

    private Stream<String> line(Verified one) {
        return switch (one.verification()) {
            case AsLocked base ->
                Stream.of(named(one) + " was built from "
                        + Phrases.name(base.base().reference()) + ", "
                        + held(base.base()) + " at "
                        + Phrases.digest(base.base().digest()) + ": the lowest "
                        + base.layers() + " of its "
                        + Phrases.count(one.image().diffIds().size(), "layer"));
            case FromNothing nothing ->
                Stream.of(named(one) + " was built from nothing (FROM scratch), so there is no base to verify");
            case FromAnother another -> Stream.empty();
            case FromElsewhere other -> Stream.empty();
            case Untold untold -> Stream.empty();
        };
    }

    private static String held(BaseImage.Known base) {
        return base.reference() instanceof Tagged ? "locked" : "pinned";
    }

    private static Fact wanted(BaseImage.Known base) {
        return Fact.of(held(base), Phrases.digest(base.digest()));
    }

    private String named(Verified one) {
        return report.verified().size() == 1
                ? report.image()
                : report.image() + " (" + one.image().platform() + ")";
    }

    /** What is not, or cannot be told. */
    public List<Message> messages() {
        Optional<Message> unread = report.platforms().failure().map(this::unread);
        return Stream.of(
                        unread.stream(),
                        report.missing().stream().map(this::missing),
                        report.verified().stream().flatMap(one -> message(one).stream()))
                .flatMap(messages -> messages)
                .toList();
    }

    private Message missing(Platform platform) {
        return new Message(
                Kind.ERROR,
                Id.BASE_UNKNOWN,
                where(),
                "nobody can tell what " + code(report.image()) + " was built from for " + platform
                        + ": the image is not for that platform",
                List.of(),
                List.of("build it for the platform, or take that out of `--platform`"));
    }

    private Message unread(ResolutionFailure failure) {
        List<Fact> facts = new ArrayList<>(FailureWording.facts(failure));
        report.engine().ifPresent(why -> facts.add(Fact.of("engine", why)));
        return new Message(
                Kind.ERROR,
                FailureWording.id(failure, Id.NOT_FOUND),
                "",
                FailureWording.sentence(failure, List.of(report.image())),
                facts,
                FailureHints.of(failure));
    }

    /** Why the engine was of no use. */
    public static String noEngine(Optional<ResolutionFailure> failure) {
        return failure.map(reason -> FailureWording.sentence(reason, List.of("it")))
                .orElse("does not hold it");
    }

    /** The Dockerfile has no such stage. */
    public static Message noStage(String dockerfile, String target) {
        return UsageWording.usage(
                code(dockerfile) + " has no stage " + code(target),
                List.of("name one of its stages, or its number from 0, with `--target`"));
    }

    private Optional<Message> message(Verified one) {
        return switch (one.verification()) {
            case AsLocked base -> Optional.empty();
            case FromNothing nothing -> Optional.empty();
            case FromAnother another ->
                Optional.of(differs(
                        one,
                        "was built from another " + name(another.base()) + " than the " + held(another.base()) + " one",
                        Stream.of(wanted(another.base()), Fact.of("built from", Phrases.digest(another.actual())))));
            case FromElsewhere other ->
                Optional.of(differs(
                        one,
                        "was not built from " + name(other.base()),
                        Stream.concat(
                                Stream.of(
                                        wanted(other.base()), Fact.of("layers", "do not begin with those of the base")),
                                other.unasked().stream()
                                        .map(why -> Fact.of(
                                                "not compared",
                                                "what the tag names now: "
                                                        + FailureWording.sentence(
                                                                why,
                                                                List.of(Phrases.name(other.base()
                                                                        .reference()))))))));
            case Untold(Doubt doubt) -> Optional.of(untold(one, doubt));
        };
    }

    private static String name(BaseImage.Known base) {
        return code(Phrases.name(base.reference()));
    }

    private String where() {
        return report.line() > 0 ? report.dockerfile() + ":" + report.line() : report.dockerfile();
    }

    private Message differs(Verified one, String what, Stream<Fact> facts) {
        return new Message(
                Kind.DRIFT,
                Id.BASE_DIFFERS,
                where(),
                code(named(one)) + " " + what,
                Stream.concat(facts, claimed(one)).toList(),
                List.of(
                        "see what the tag names now with `tagdrift check`, then build again with `docker build --pull`"));
    }

    private static Stream<Fact> claimed(Verified one) {
        return one.image().claim().map(VerifyWording::words).map(words -> Fact.of("claims", words)).stream();
    }

    private static String words(Claim claim) {
        return (claim.name()
                        + claim.digest()
                                .map(digest -> " " + Phrases.digest(digest))
                                .orElse(""))
                .strip();
    }

    private Message untold(Verified one, Doubt doubt) {
        return new Message(
                Kind.ERROR,
                doubt instanceof BaseUnanswered(BaseImage.Known base, ResolutionFailure failure)
                        ? FailureWording.id(failure, Id.DENIED)
                        : Id.BASE_UNKNOWN,
                where(),
                "nobody can tell what " + code(named(one)) + " was built from: " + sentence(doubt),
                Stream.concat(facts(doubt), claimed(one)).toList(),
                hints(doubt));
    }

    private static String sentence(Doubt doubt) {
        return switch (doubt) {
            case BaseUnread unread -> "its base cannot be read out of the file";
            case BaseNotLocked notLocked -> code(notLocked.name().familiar()) + " is not in the lockfile";
            case BaseUnanswered unanswered ->
                FailureWording.sentence(
                        unanswered.failure(),
                        List.of(Phrases.name(unanswered.base().reference())));
            case BaseWithoutLayers none -> name(none.base()) + " has no layers to look for";
            case PerhapsNothing nothing ->
                "one of the builds of the file begins with nothing (FROM scratch), as every image does";
            case Flattened flat -> "all its files are in one layer";
        };
    }

    private static Stream<Fact> facts(Doubt doubt) {
        return switch (doubt) {
            case BaseUnread unread -> Stream.empty();
            case BaseNotLocked notLocked -> Stream.empty();
            case BaseUnanswered unanswered -> FailureWording.facts(unanswered.failure()).stream();
            case BaseWithoutLayers none -> Stream.of(wanted(none.base()));
            case PerhapsNothing nothing -> Stream.empty();
            case Flattened flat -> Stream.of(wanted(flat.base()));
        };
    }

    private static List<String> hints(Doubt doubt) {
        return switch (doubt) {
            case BaseUnread unread -> List.of("see why with `tagdrift scan`");
            case BaseNotLocked notLocked -> List.of("lock it with `tagdrift lock`, then build again");
            case BaseUnanswered unanswered -> FailureHints.of(unanswered.failure());
            case BaseWithoutLayers none -> List.of();
            case PerhapsNothing nothing -> List.of();
            case Flattened flat -> List.of("verify the image before it is squashed or imported");
        };
    }

    /** The count at the end. */
    public String summary() {
        if (report.verified().isEmpty()) {
            return report.image()
                    + (report.missing().isEmpty() ? " could not be read" : " is for no platform that is asked for");
        }
        List<String> parts = new ArrayList<>();
        add(parts, count(each -> each instanceof AsLocked), "from the locked base");
        add(parts, count(each -> each instanceof FromNothing), "from nothing");
        add(parts, count(each -> each instanceof FromAnother || each instanceof FromElsewhere), "from something else");
        add(parts, count(each -> each instanceof Untold), "not known");
        return report.image() + " for " + Phrases.count(report.verified().size(), "platform") + ": "
                + String.join(", ", parts);
    }

    private long count(Predicate<Verification> which) {
        return report.verified().stream()
                .map(Verified::verification)
                .filter(which)
                .count();
    }

    private static void add(List<String> parts, long number, String what) {
        if (number > 0) {
            parts.add(number + " " + what);
        }
    }

    /** One word for what was found. */
    static String word(Verification verification) {
        return switch (verification) {
            case AsLocked base -> "as-locked";
            case FromNothing nothing -> "from-nothing";
            case FromAnother another -> "from-another";
            case FromElsewhere other -> "from-elsewhere";
            case Untold untold -> "untold";
        };
    }
}
