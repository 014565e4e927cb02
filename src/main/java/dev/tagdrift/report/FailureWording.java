package dev.tagdrift.report;

import static dev.tagdrift.report.Phrases.code;

import dev.tagdrift.report.Message.Fact;
import dev.tagdrift.resolve.ResolutionFailure;
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
        };
    }

    /** Two failures that are told alike are one to the reader, whatever the system says in detail. */
    static boolean alike(ResolutionFailure one, ResolutionFailure other) {
        List<String> some = List.of("some", "more");
        return sentence(one, some).equals(sentence(other, some));
    }

    /** @param images the one or more that are not known because of it, as people write them */
    static String sentence(ResolutionFailure failure, List<String> images) {
        String what = images.size() == 1 ? code(images.getFirst()) : images.size() + " images";
        String registry = failure.registry();
        return switch (failure) {
            case NotFound notFound
            when notFound.authenticated() && notFound.said() -> registry + " does not have " + what;
            case NotFound notFound -> registry + " does not have " + what + ", or does not show it to everybody";
            case Denied denied when denied.authenticated() -> registry + " does not let this account read " + what;
            case Denied denied ->
                registry + " does not let everybody read " + what + ", or does not have "
                        + (images.size() == 1 ? "it" : "them");
            case RateLimited limited -> registry + " stopped answering: request limit reached";
            case Unreachable unreachable -> unreachable(unreachable);
            case BadAnswer bad -> registry + " gave an answer about " + what + " that makes no sense: " + flaw(bad);
            case TimedOut timedOut ->
                registry + " gave no answer in " + timedOut.after().toSeconds() + " seconds";
            case OutOfTime outOfTime ->
                "the " + outOfTime.limit().toSeconds() + " seconds of this run were over before " + registry
                        + " answered";
            case Interrupted interrupted -> "the run was interrupted before " + registry + " answered";
            case NoEngine none -> EngineWording.sentence(none);
        };
    }

    private static String unreachable(Unreachable failure) {
        String registry = failure.registry();
        return switch (failure.obstacle()) {
            case REFUSED -> registry + " cannot be reached: connections are refused";
            case UNKNOWN_HOST -> registry + " cannot be reached: the name of its host is not known";
            case TLS -> registry + " cannot be reached: no trusted connection";
            case BROKEN -> registry + " cannot be reached: the connection breaks off";
            case SERVER_ERROR -> registry + " answers with server errors";
            case PROXY -> registry + " cannot be reached: the proxy passes nothing on";
        };
    }

    private static String flaw(BadAnswer bad) {
        return switch (bad.flaw()) {
            case MALFORMED -> "it is no manifest";
            case DIGEST_MISMATCH -> "its digest is not the one that was asked for";
            case TOO_LARGE -> "it is too large";
            case UNSUPPORTED_TYPE -> "it is no image of a known format";
            case STATUS -> "an unexpected status";
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
        }
        return facts;
    }

    private static void detail(List<Fact> facts, String detail) {
        if (!detail.isBlank()) {
            facts.add(Fact.of("detail", detail));
        }
    }

    static List<String> hints(ResolutionFailure failure) {
        String registry = failure.registry();
        String login = code(registry.equals("docker.io") ? "docker login" : "docker login " + registry);
        return switch (failure) {
            case NotFound notFound when notFound.authenticated() -> List.of("look whether the name is written right");
            case NotFound notFound -> List.of("look whether the name is written right, or sign in with " + login);
            case Denied denied when denied.authenticated() -> List.of("sign in with another account: " + login);
            case Denied denied -> List.of("sign in with " + login + ", or look whether the name is written right");
            case RateLimited limited -> List.of("sign in with " + login + " for a higher limit");
            case Unreachable unreachable -> unreachableHints(unreachable);
            case BadAnswer bad -> List.of("ask again later, or whoever runs " + registry);
            case TimedOut timedOut -> List.of("ask again later, or whoever runs " + registry);
            case OutOfTime outOfTime -> List.of("give it more time with `--timeout`, or run it again for the rest");
            case Interrupted interrupted -> List.of("run it again");
            case NoEngine none -> EngineWording.hints(none);
        };
    }

    private static List<String> unreachableHints(Unreachable failure) {
        return switch (failure.obstacle()) {
            case REFUSED, UNKNOWN_HOST ->
                List.of("look whether the network and the registry's name are right, then run the command again");
            case TLS ->
                List.of(
                        "name the certificate of its authority with `ca-file` in tagdrift.yaml, or in SSL_CERT_FILE",
                        "if it speaks plain http, say so in tagdrift.yaml: "
                                + code("registries: { \"" + failure.registry() + "\": { tls: false } }"));
            case PROXY -> List.of("look at HTTPS_PROXY and NO_PROXY, and at the credentials in them");
            case BROKEN, SERVER_ERROR -> List.of("run the command again later");
        };
    }
}
