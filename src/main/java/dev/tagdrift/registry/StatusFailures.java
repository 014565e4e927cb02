package dev.tagdrift.registry;

import dev.tagdrift.resolve.ResolutionFailure;
import dev.tagdrift.resolve.ResolutionFailure.BadAnswer;
import dev.tagdrift.resolve.ResolutionFailure.BadAnswer.Flaw;
import dev.tagdrift.resolve.ResolutionFailure.Denied;
import dev.tagdrift.resolve.ResolutionFailure.Denied.Login;
import dev.tagdrift.resolve.ResolutionFailure.NotFound;
import dev.tagdrift.resolve.ResolutionFailure.RateLimited;
import dev.tagdrift.resolve.ResolutionFailure.Unreachable;
import dev.tagdrift.resolve.ResolutionFailure.Unreachable.Obstacle;
import java.time.Clock;

/** Tells what a status other than 200 means. */
final class StatusFailures {
    private final Clock clock;

    StatusFailures(Clock clock) {
        this.clock = clock;
    }

    ResolutionFailure of(Endpoint endpoint, Authorized answer) {
        String registry = endpoint.registry();
        Reply reply = answer.reply();
        if (reply.status() == 404) {
            return new NotFound(registry, ErrorCodec.read(reply.bytes()).saysUnknown(), answer.login() == Login.SHOWN);
        }
        return refusesPlainHttp(reply)
                ? new BadAnswer(registry, Flaw.PLAIN_HTTP, detail(reply))
                : other(registry, reply, answer.login());
    }

    /** Servers of TLS do so with this status, each in words of its own. */
    private static boolean refusesPlainHttp(Reply reply) {
        return reply.status() == 400 && !reply.url().isHttps() && Hosts.isLoopback(reply.url());
    }

    /** A token service that is not there says nothing about the image. */
    ResolutionFailure ofTokenService(String registry, Reply reply, Login login) {
        return other(registry, reply, login);
    }

    private ResolutionFailure other(String registry, Reply reply, Login login) {
        int status = reply.status();
        if (status == 401 || status == 403) {
            return new Denied(registry, login, ErrorCodec.read(reply.bytes()).message());
        }
        if (status == 429) {
            return rateLimited(registry, reply, clock);
        }
        if (status == 407) {
            return new Unreachable(registry, Obstacle.PROXY, "it answers 407: it wants credentials");
        }
        return status >= 500 || status == 408
                ? serverError(registry, reply)
                : new BadAnswer(registry, Flaw.STATUS, detail(reply));
    }

    static RateLimited rateLimited(String registry, Reply reply, Clock clock) {
        return new RateLimited(
                registry,
                RetryAfter.of(reply, clock).map(wait -> clock.instant().plus(wait)));
    }

    static Unreachable serverError(String registry, Reply reply) {
        return new Unreachable(registry, Obstacle.SERVER_ERROR, detail(reply));
    }

    private static String detail(Reply reply) {
        String said = ErrorCodec.read(reply.bytes()).message();
        return Origin.of(reply.url()) + " answers " + reply.status() + (said.isEmpty() ? "" : ": " + said);
    }
}
