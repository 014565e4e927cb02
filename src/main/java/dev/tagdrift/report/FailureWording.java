package dev.tagdrift.report;

import static dev.tagdrift.report.Phrases.code;

import dev.tagdrift.report.Message.Fact;
import dev.tagdrift.resolve.ResolutionFailure;
import dev.tagdrift.resolve.ResolutionFailure.AtMirror;
import dev.tagdrift.resolve.ResolutionFailure.BadAnswer;
import dev.tagdrift.resolve.ResolutionFailure.Denied;
import dev.tagdrift.resolve.ResolutionFailure.Interrupted;
import dev.tagdrift.resolve.ResolutionFailure.NoEngine;
import dev.tagdrift.resolve.ResolutionFailure.NotFound;
import dev.tagdrift.resolve.ResolutionFailure.OutOfTime;
import dev.tagdrift.resolve.ResolutionFailure.RateLimited;
import dev.tagdrift.resolve.ResolutionFailure.TimedOut;
import dev.tagdrift.resolve.ResolutionFailure.Unreachable;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words for what keeps a registry's answer away. */
final class FailureWording {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private FailureWording() {}

    /** What a 404 is called where nobody claims to know that the image is gone is up to the command. */
    static Id id(ResolutionFailure failure, Id notFound) {
        return switch (failure) {
            case NotFound any -> notFound;
            case Denied denied -> Id.DENIED;
            case RateLimited limited -> Id.RATE_LIMITED;
            case Unreachable unreachable -> Id.UNREACHABLE;
            case BadAnswer bad -> Id.BAD_ANSWER;
            case TimedOut timedOut -> Id.TIMED_OUT;
            case OutOfTime outOfTime -> Id.TIMED_OUT;
            case Interrupted interrupted -> Id.INTERRUPTED;
            case NoEngine none -> Id.NO_ENGINE;
            // What a mirror lacks is not known to be gone, nor to be forbidden.
            case AtMirror(String mirror, ResolutionFailure reason) -> id(reason, Id.NOT_FOUND);
        };
    }

    /** Two failures that are told alike are one to the reader, whatever the system says in detail. */
    static boolean alike(ResolutionFailure one, ResolutionFailure other) {
        List<String> some = List.of("some", "more");
        return sentence(one, some).equals(sentence(other, some));
    }

    /** @param images the one or more that are not known because of it, as people write them */
    static String sentence(ResolutionFailure failure, List<String> images) {
        return sentence(failure, failure.registry(), images);
    }

    private static String sentence(ResolutionFailure failure, String registry, List<String> images) {
        String what = images.size() == 1 ? code(images.getFirst()) : images.size() + " images";
        String it = images.size() == 1 ? "it" : "them";
        return switch (failure) {
            case NotFound notFound
            when notFound.authenticated() && notFound.said() -> registry + " does not have " + what;
            case NotFound notFound ->
                registry + " does not have " + what + ", or does not show " + it + " to everybody";
            case Denied denied -> denied(denied, registry, what, it);
            case RateLimited limited -> registry + " stopped answering: request limit reached";
            case Unreachable unreachable -> registry + unreachable(unreachable);
            case BadAnswer bad -> "the answer of " + registry + " about " + what + " makes no sense: " + flaw(bad);
            case TimedOut timedOut -> registry + " does not answer within " + Phrases.time(timedOut.after());
            case OutOfTime outOfTime ->
                registry + " does not answer within the " + Phrases.time(outOfTime.limit()) + " of this run";
            case Interrupted interrupted -> "the run was interrupted before " + registry + " answered";
            case NoEngine none -> EngineWording.sentence(none);
            case AtMirror(String mirror, ResolutionFailure reason) ->
                sentence(reason, mirror + ", asked in place of " + registry + ",", images);
        };
    }

    private static String denied(Denied failure, String registry, String what, String it) {
        return switch (failure.login()) {
            case NONE -> registry + " does not let everybody read " + what + ", or does not have " + it;
            case SHOWN -> registry + " does not let this account read " + what;
            case REFUSED -> registry + " refuses the login that is stored for it: " + what + " cannot be looked at";
        };
    }

    private static String unreachable(Unreachable failure) {
        return switch (failure.obstacle()) {
            case REFUSED -> " cannot be reached: connections are refused";
            case UNKNOWN_HOST -> " cannot be reached: the name of its host is not known";
            case TLS -> " cannot be reached: no trusted connection";
            case PLAIN_HTTP -> " cannot be reached: it speaks plain http where TLS is expected";
            case BROKEN -> " cannot be reached: the connection breaks off";
            case SERVER_ERROR -> " answers with server errors";
            case PROXY -> " cannot be reached: the proxy passes nothing on";
        };
    }

    private static String flaw(BadAnswer bad) {
        return switch (bad.flaw()) {
            case MALFORMED -> "it is no manifest";
            case DIGEST_MISMATCH -> "its digest is not the one that was asked for";
            case TOO_LARGE -> "it is too large";
            case UNSUPPORTED_TYPE -> "it is no image of a known format";
            case STATUS, PLAIN_HTTP -> "an unexpected status";
            case REDIRECT -> "a redirect that is not followed";
        };
    }

    static List<Fact> facts(ResolutionFailure failure) {
        List<Fact> facts = new ArrayList<>();
        switch (failure) {
            case NotFound notFound -> {}
            case Denied denied -> detail(facts, denied.detail());
            case RateLimited limited ->
                limited.again().ifPresent(again -> facts.add(Fact.of("again at", CLOCK.format(again))));
            case Unreachable unreachable -> detail(facts, unreachable.detail());
            case BadAnswer bad -> detail(facts, bad.detail());
            case TimedOut timedOut -> {}
            case OutOfTime outOfTime -> {}
            case Interrupted interrupted -> {}
            case NoEngine none -> detail(facts, none.detail());
            case AtMirror(String mirror, ResolutionFailure reason) -> facts.addAll(facts(reason));
        }
        return facts;
    }

    private static void detail(List<Fact> facts, String detail) {
        if (!detail.isBlank()) {
            facts.add(Fact.of("detail", detail));
        }
    }
}
