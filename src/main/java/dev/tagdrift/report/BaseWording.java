package dev.tagdrift.report;

import static dev.tagdrift.report.Phrases.code;

import dev.tagdrift.enforce.BaseImage;
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
import dev.tagdrift.report.Message.Fact;
import dev.tagdrift.report.VerifyReport.Verified;
import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.ResolutionFailure;
import java.util.List;
import java.util.stream.Stream;

/** The words for the image of one platform whose base is not what it should be, or not known, or disputed. */
final class BaseWording {
    private final Verified one;
    private final String image;
    private final String where;
    private final LockfilePlace lockfile;
    private final EvidenceWording evidence;

    /**
     * The words for one image.
     *
     * @param one of the images
     * @param image what it is called
     * @param where it is told what it should begin with
     * @param lockfile that says what the base should be
     */
    BaseWording(Verified one, String image, String where, LockfilePlace lockfile) {
        this.one = one;
        this.image = image;
        this.where = where;
        this.lockfile = lockfile;
        this.evidence = new EvidenceWording(one);
    }

    static String held(BaseImage.Known base) {
        return base.reference() instanceof Tagged ? "locked" : "pinned";
    }

    static Fact wanted(BaseImage.Known base) {
        return Fact.of(held(base), Phrases.digest(base.digest()));
    }

    private static String name(BaseImage.Known base) {
        return code(Phrases.name(base.reference()));
    }

    Stream<Message> messages() {
        return switch (one.verification()) {
            case AsLocked as -> evidence.disputed(as.base(), where, image).stream();
            case FromNothing nothing -> Stream.empty();
            case FromAnother another ->
                Stream.concat(Stream.of(another(another)), evidence.disputed(another.base(), where, image).stream());
            case FromElsewhere other ->
                Stream.concat(Stream.of(elsewhere(other)), evidence.disputed(other.base(), where, image).stream());
            case Untold(Doubt doubt) -> Stream.of(untold(doubt));
        };
    }

    private Message another(FromAnother another) {
        BaseImage.Known base = another.base();
        return differs(
                base,
                "was built from another " + name(base) + " than the " + held(base) + " one",
                Stream.of(wanted(base), Fact.of("built from", Phrases.digest(another.actual()))),
                new BuildHints(lockfile).of(base, another.current()));
    }

    private Message elsewhere(FromElsewhere other) {
        BaseImage.Known base = other.base();
        Stream<Fact> unasked = other.current().flatMap(Answer::failure).stream()
                .map(why -> Fact.of(
                        "not compared",
                        "what the tag names now: "
                                + FailureWording.sentence(why, List.of(Phrases.name(base.reference())))));
        return differs(
                base,
                "was not built from " + name(base),
                Stream.concat(
                        Stream.of(wanted(base), Fact.of("layers", "do not begin with those of the base")), unasked),
                Stream.concat(
                                new BuildHints(lockfile).of(base, other.current()).stream(),
                                Stream.of("or, if it comes from another file or stage, name them with `--dockerfile`"
                                        + " and `--target`"))
                        .toList());
    }

    private Message differs(BaseImage.Known base, String what, Stream<Fact> facts, List<String> hints) {
        return new Message(
                Kind.DRIFT,
                Id.BASE_DIFFERS,
                where,
                code(image) + " " + what,
                Stream.of(facts, evidence.claimed(), evidence.told(base))
                        .flatMap(each -> each)
                        .toList(),
                hints);
    }

    private Message untold(Doubt doubt) {
        return new Message(
                Kind.ERROR,
                doubt instanceof BaseUnanswered(BaseImage.Known base, ResolutionFailure failure)
                        ? FailureWording.id(failure, Id.DENIED)
                        : Id.BASE_UNKNOWN,
                where,
                "nobody can tell what " + code(image) + " was built from: " + sentence(doubt),
                Stream.concat(facts(doubt), evidence.claimed()).toList(),
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

    private Stream<Fact> facts(Doubt doubt) {
        return switch (doubt) {
            case BaseUnread unread -> Stream.empty();
            case BaseNotLocked notLocked -> Stream.empty();
            case BaseUnanswered unanswered ->
                Stream.concat(FailureWording.facts(unanswered.failure()).stream(), evidence.told(unanswered.base()));
            case BaseWithoutLayers none -> Stream.concat(Stream.of(wanted(none.base())), evidence.told(none.base()));
            case PerhapsNothing nothing -> Stream.empty();
            case Flattened flat -> Stream.concat(Stream.of(wanted(flat.base())), evidence.told(flat.base()));
        };
    }

    private List<String> hints(Doubt doubt) {
        return switch (doubt) {
            case BaseUnread unread -> List.of("see why with `tagdrift scan`");
            case BaseNotLocked notLocked -> List.of("lock it with " + lockfile.command("lock") + ", then build again");
            case BaseUnanswered unanswered -> FailureHints.of(unanswered.failure());
            case BaseWithoutLayers none -> List.of();
            case PerhapsNothing nothing -> List.of();
            case Flattened flat -> List.of("verify the image before it is squashed or imported");
        };
    }
}
