package dev.tagdrift.registry;

import dev.tagdrift.resolve.ResolutionFailure;
import dev.tagdrift.resolve.ResolutionFailure.BadAnswer;
import dev.tagdrift.resolve.ResolutionFailure.BadAnswer.Flaw;
import dev.tagdrift.resolve.ResolutionFailure.TimedOut;
import dev.tagdrift.resolve.ResolutionFailure.Unreachable;
import dev.tagdrift.resolve.ResolutionFailure.Unreachable.Obstacle;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLProtocolException;
import okhttp3.HttpUrl;

/** Tells what an exception of the network means. */
final class NetworkFailures {
    private final Timeouts timeouts;
    private final Function<HttpUrl, Optional<String>> proxies;

    /** @param proxies the proxy on the way to an address */
    NetworkFailures(Timeouts timeouts, Function<HttpUrl, Optional<String>> proxies) {
        this.timeouts = timeouts;
        this.proxies = proxies;
    }

    ResolutionFailure of(Question question, IOException e) {
        if (e instanceof InterruptedIOException && !Thread.currentThread().isInterrupted()) {
            return new TimedOut(question.registry(), limit(e));
        }
        if (e instanceof BoundedDns.SlowLookupException) {
            return new TimedOut(question.registry(), timeouts.connect());
        }
        if (e instanceof OneExchange.NearAddressException) {
            return new BadAnswer(question.registry(), Flaw.REDIRECT, Words.plain(words(e)));
        }
        if (trustsNobody(e)) {
            String detail = "no authority at all is trusted: the store of certificates of this Java is empty";
            return new Unreachable(question.registry(), Obstacle.TLS, detail);
        }
        Optional<String> proxy = proxies.apply(question.url());
        Obstacle obstacle = obstacle(e);
        boolean ofProxy = proxy.isPresent() && isOfProxy(e, obstacle);
        String peer = ofProxy
                ? proxy.orElse("")
                : question.url().host() + ":" + question.url().port();
        return new Unreachable(
                question.registry(), ofProxy ? Obstacle.PROXY : obstacle, Words.plain(detail(peer, words(e))));
    }

    /** What the system says of a host that it does not know begins with the host. */
    private static String detail(String peer, String words) {
        String host = peer.replaceFirst(":[0-9]+$", "");
        if (words.equals(host)) {
            return peer;
        }
        return peer + ": " + (words.startsWith(host + ": ") ? words.substring(host.length() + 2) : words);
    }

    /** The words of an empty store, which come wrapped in other failures. */
    private static boolean trustsNobody(Throwable failure) {
        boolean said = String.valueOf(failure.getMessage()).contains("trustAnchors parameter must be non-empty");
        return said || (failure.getCause() != null && trustsNobody(failure.getCause()));
    }

    /** What is behind a proxy is reached by the proxy: who refuses, or has no address, is the proxy itself. */
    private static boolean isOfProxy(IOException e, Obstacle obstacle) {
        boolean socksIsNotThere =
                e.getCause() instanceof ConnectException || e.getCause() instanceof UnknownHostException;
        return socksIsNotThere
                || obstacle == Obstacle.REFUSED
                || obstacle == Obstacle.UNKNOWN_HOST
                || words(e).contains("SOCKS")
                || words(e).contains("CONNECT")
                || words(e).contains("authenticate with proxy");
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
            case SSLException plain when words(plain).contains("unrecognized SSL message") -> Obstacle.PLAIN_HTTP;
            case SSLException other
            when !words(other).contains("closed") && !(other.getCause() instanceof SocketException) -> Obstacle.TLS;
            default -> Obstacle.BROKEN;
        };
    }

    private static String words(IOException e) {
        return Optional.ofNullable(e.getMessage()).orElseGet(() -> e.getClass().getSimpleName());
    }
}
