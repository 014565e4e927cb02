package dev.tagdrift.daemon;

import dev.tagdrift.resolve.ResolutionFailure.NoEngine;
import dev.tagdrift.resolve.ResolutionFailure.NoEngine.Hindrance;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Makes values of what goes wrong on the way to an engine. */
final class EngineFailures {
    private static final int LONGEST = 200;

    private EngineFailures() {}

    /** What went wrong is often wrapped, and may itself have been caused by what only followed from it. */
    static NoEngine of(String host, Exception problem) {
        List<Throwable> chain = Stream.<Throwable>iterate(problem, Throwable::getCause)
                .takeWhile(each -> each != null)
                .toList();
        Hindrance hindrance = chain.stream()
                .flatMap(each -> hindrance(each).stream())
                .findFirst()
                .orElse(Hindrance.BROKEN);
        return new NoEngine(
                host,
                hindrance,
                plain(Optional.ofNullable(chain.getLast().getMessage()).orElse("")));
    }

    private static Optional<Hindrance> hindrance(Throwable problem) {
        return switch (problem) {
            case SSLException tls -> Optional.of(Hindrance.TLS);
            case ConnectException refused -> Optional.of(Hindrance.NOT_RUNNING);
            case UnknownHostException unknown -> Optional.of(Hindrance.NOT_RUNNING);
            case NoRouteToHostException none -> Optional.of(Hindrance.NOT_RUNNING);
            case InterruptedIOException late -> Optional.of(Hindrance.TIMED_OUT);
            case SocketException socket ->
                ofSocket(Optional.ofNullable(socket.getMessage()).orElse("").toLowerCase(Locale.ROOT));
            default -> Optional.empty();
        };
    }

    /** A socket of the file system has no exceptions of its own, only the words of the system. */
    private static Optional<Hindrance> ofSocket(String words) {
        if (words.contains("permission denied")) {
            return Optional.of(Hindrance.NOT_PERMITTED);
        }
        boolean nobody = words.contains("no such file") || words.contains("connection refused");
        return nobody ? Optional.of(Hindrance.NOT_RUNNING) : Optional.empty();
    }

    static NoEngine status(String host, int status, String said) {
        return new NoEngine(
                host, Hindrance.BAD_ANSWER, plain("status " + status + (said.isEmpty() ? "" : ": " + said)));
    }

    /** Safe to print: one line, and short. */
    private static String plain(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
    }
}
