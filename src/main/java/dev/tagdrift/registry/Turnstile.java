package dev.tagdrift.registry;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Bounds how many requests are under way to one server. Over HTTP/1.1 each takes a connection of its own, so there are
 * few; over HTTP/2 they share one, and the server itself says how many it takes.
 */
final class Turnstile {
    private static final int CONNECTIONS = 16;
    private static final int STREAMS = 128;

    private final Map<String, Integer> most;
    private final Map<Origin, Gate> gates = new ConcurrentHashMap<>();

    /** @param most that somebody allows, by the name of the registry */
    Turnstile(Map<String, Integer> most) {
        this.most = Map.copyOf(most);
    }

    private record Gate(Semaphore places, AtomicBoolean wide) {}

    /** Waits for a place; false if none was free in time. */
    boolean enter(Question question, Duration longest) throws InterruptedException {
        return gate(question)
                .places()
                .tryAcquire(Math.min(longest.toMillis(), Integer.MAX_VALUE), TimeUnit.MILLISECONDS);
    }

    void leave(Question question) {
        gate(question).places().release();
    }

    /** Learns that the server takes many requests on one connection. */
    void widen(Question question) {
        Gate gate = gate(question);
        if (!most.containsKey(question.registry()) && gate.wide().compareAndSet(false, true)) {
            gate.places().release(STREAMS - CONNECTIONS);
        }
    }

    private Gate gate(Question question) {
        return gates.computeIfAbsent(
                Origin.of(question.url()),
                origin -> new Gate(
                        new Semaphore(most.getOrDefault(question.registry(), CONNECTIONS)), new AtomicBoolean()));
    }
}
