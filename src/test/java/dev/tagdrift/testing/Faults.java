package dev.tagdrift.testing;

import dev.tagdrift.demo.Response;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** What goes wrong with real registries. */
final class Faults {
    private Faults() {}

    /** Gives this answer so many times, then lets the registry answer. */
    static Fault times(int times, Response answer) {
        AtomicInteger left = new AtomicInteger(times);
        return (request, next) -> left.getAndDecrement() > 0 ? answer : next.answer(request);
    }

    static Fault breakConnection(int times) {
        AtomicInteger left = new AtomicInteger(times);
        return (request, next) -> {
            if (left.getAndDecrement() > 0) {
                throw new UncheckedIOException(new SocketException("injected"));
            }
            return next.answer(request);
        };
    }

    static Fault htmlFor404() {
        return (request, next) -> {
            Response answer = next.answer(request);
            return answer.status() == 404
                    ? Response.of(404, "text/html", "<html><title>Not here</title></html>")
                    : answer;
        };
    }

    static Fault delay(Duration time) {
        return (request, next) -> {
            try {
                Thread.sleep(time);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return next.answer(request);
        };
    }
}
