package dev.tagdrift.report;

import static dev.tagdrift.report.Phrases.code;

import dev.tagdrift.image.Repository;
import dev.tagdrift.resolve.ResolutionFailure;
import dev.tagdrift.resolve.ResolutionFailure.AtMirror;
import dev.tagdrift.resolve.ResolutionFailure.BadAnswer;
import dev.tagdrift.resolve.ResolutionFailure.BadAnswer.Flaw;
import dev.tagdrift.resolve.ResolutionFailure.Denied;
import dev.tagdrift.resolve.ResolutionFailure.Interrupted;
import dev.tagdrift.resolve.ResolutionFailure.NoEngine;
import dev.tagdrift.resolve.ResolutionFailure.NotFound;
import dev.tagdrift.resolve.ResolutionFailure.OutOfTime;
import dev.tagdrift.resolve.ResolutionFailure.RateLimited;
import dev.tagdrift.resolve.ResolutionFailure.TimedOut;
import dev.tagdrift.resolve.ResolutionFailure.Unreachable;
import java.util.List;

/**
 * What to do about a server that did not tell.
 *
 * @param host that was asked
 * @param mirror whether it was asked in place of the registry
 */
record FailureHints(String host, boolean mirror) {
    private static final String TLS_PORT = ":443";

    static List<String> of(ResolutionFailure failure) {
        return failure instanceof AtMirror(String mirror, ResolutionFailure reason)
                ? new FailureHints(mirror, true).hints(reason)
                : new FailureHints(failure.registry(), false).hints(failure);
    }

    private List<String> hints(ResolutionFailure failure) {
        return switch (failure) {
            case NotFound notFound
            when mirror ->
                List.of("look whether the name is written right and the mirror works, or set `fallback: true` beside"
                        + " `mirror` in tagdrift.yaml");
            case NotFound notFound when notFound.authenticated() -> List.of("look whether the name is written right");
            case NotFound notFound -> List.of("look whether the name is written right, or sign in with " + login());
            case Denied denied -> List.of(denied(denied));
            case RateLimited limited -> List.of("sign in with " + login() + " for a higher limit");
            case Unreachable unreachable -> unreachable(unreachable);
            case BadAnswer bad when bad.flaw() == Flaw.PLAIN_HTTP -> List.of(tls());
            case BadAnswer bad -> List.of("run the command again later, or ask whoever runs " + host);
            case TimedOut timedOut -> List.of("run the command again later, or ask whoever runs " + host);
            case OutOfTime outOfTime -> List.of("give the run more time with `--timeout`, or run it again");
            case Interrupted interrupted -> List.of("run it again");
            case AtMirror inner -> of(inner);
            case NoEngine none -> EngineWording.hints(none);
        };
    }

    private String denied(Denied failure) {
        return switch (failure.login()) {
            case NONE -> "sign in with " + login() + ", or look whether the name is written right";
            case SHOWN -> "sign in with another account: " + login();
            case REFUSED -> "sign in again with " + login();
        };
    }

    private String login() {
        return code(host.equals(Repository.DOCKER_HUB) ? "docker login" : "docker login " + host);
    }

    private List<String> unreachable(Unreachable failure) {
        return switch (failure.obstacle()) {
            case REFUSED, UNKNOWN_HOST ->
                List.of(
                        mirror
                                ? "look whether the network and the address of `mirror` in tagdrift.yaml are right"
                                : "look whether the network and the registry's name are right");
            case TLS ->
                List.of("name the certificate of its authority with `ca-file`" + (mirror ? " beside `mirror`" : "")
                        + " in tagdrift.yaml, or in SSL_CERT_FILE");
            case PLAIN_HTTP -> List.of(plainHttp());
            case PROXY -> List.of("look at HTTPS_PROXY and NO_PROXY, and at the credentials in them");
            case BROKEN, SERVER_ERROR -> List.of("run the command again later");
        };
    }

    private String tls() {
        return "if it speaks TLS, "
                + (mirror
                        ? "begin the address of `mirror` in tagdrift.yaml with `https://`"
                        : "set " + code("registries: { \"" + host + "\": { tls: true } }") + " in tagdrift.yaml");
    }

    /** Without TLS anybody on the way can answer: nobody is led there for a registry of the whole world. */
    private String plainHttp() {
        if (mirror) {
            return "if that is meant, begin the address of `mirror` in tagdrift.yaml with `http://`";
        }
        boolean own = host.indexOf(':') >= 0 && !host.endsWith(TLS_PORT);
        return own
                ? "if that is meant, say so in tagdrift.yaml: "
                        + code("registries: { \"" + host + "\": { tls: false } }")
                : "look whether a proxy, or the sign-in page of a network, answers in its place";
    }
}
