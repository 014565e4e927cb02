package dev.tagdrift.registry;

import dev.tagdrift.resolve.ResolutionFailure;
import dev.tagdrift.resolve.ResolutionFailure.TimedOut;
import dev.tagdrift.resolve.ResolutionFailure.Unreachable;
import dev.tagdrift.resolve.ResolutionFailure.Unreachable.Obstacle;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLProtocolException;

/** Tells what an exception of the network means. */
final class NetworkFailures {
    private final Timeouts timeouts;

    NetworkFailures(Timeouts timeouts) {
        this.timeouts = timeouts;
    }

    ResolutionFailure of(Question question, IOException e) {
        if (e instanceof InterruptedIOException && !Thread.currentThread().isInterrupted()) {
            return new TimedOut(question.registry(), limit(e));
        }
        String detail = Words.plain(question.url().host() + ":" + question.url().port() + ": " + words(e));
        return new Unreachable(question.registry(), obstacle(e), detail);
    }

    /** Socket timeouts are InterruptedIOExceptions too; only the words tell a connection that is not made. */
    private Duration limit(IOException e) {
        if (!(e instanceof SocketTimeoutException)) {
            return timeouts.call();
        }
        return words(e).toLowerCase(Locale.ROOT).contains("connect") ? timeouts.connect() : timeouts.read();
    }

    private static Obstacle obstacle(IOException e) {
        return switch (e) {
            case UnknownHostException unknown -> Obstacle.UNKNOWN_HOST;
            case ConnectException refused when words(refused).contains("refused") -> Obstacle.REFUSED;
            case ConnectException failed when failed.getCause() instanceof ConnectException -> Obstacle.REFUSED;
            case SSLHandshakeException untrusted -> Obstacle.TLS;
            case SSLPeerUnverifiedException another -> Obstacle.TLS;
            case SSLProtocolException strange -> Obstacle.TLS;
            default -> words(e).contains("SSL message") ? Obstacle.TLS : Obstacle.BROKEN;
        };
    }

    private static String words(IOException e) {
        return Optional.ofNullable(e.getMessage()).orElseGet(() -> e.getClass().getSimpleName());
    }
}
