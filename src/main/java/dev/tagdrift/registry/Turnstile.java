package dev.tagdrift.registry;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/**
 * Bounds how many requests are under way to one server. Over HTTP/1.1 each takes a connection of its own, so there are
 * few; over HTTP/2 they share one, and the server itself says how many it takes.
 */
final class Turnstile {
    private static final int CONNECTIONS = 16;
    private static final int STREAMS = 128;

    private final Map<String, Integer> most;
    private final int usual;
    private final Predicate<Question> whom;
    private final Map<Origin, Gate> gates = new ConcurrentHashMap<>();

    /** @param most that somebody allows, by the name of the registry */
    Turnstile(Map<String, Integer> most) {
        this(most, CONNECTIONS, question -> true);
    }

    private Turnstile(Map<String, Integer> most, int usual, Predicate<Question> whom) {
        this.most = Map.copyOf(most);
        this.usual = usual;
        this.whom = whom;
    }

    /**
     * A narrower one before it, for bodies that take as long as they come: half of the places stay for those who may not
     * wait so long.
     */
    static Turnstile ofTransfers(Map<String, Integer> most) {
        Map<String, Integer> half = new HashMap<>(most);
        half.replaceAll((registry, places) -> Math.max(1, places / 2));
        return new Turnstile(
                half, CONNECTIONS / 2, question -> question.intake().isPresent());
    }

    private record Gate(Semaphore places, AtomicBoolean wide) {}

    /** Waits for a place; false if none was free in time. */
    boolean enter(Question question, Duration longest) throws InterruptedException {
        return !whom.test(question)
                || gate(question)
                        .places()
                        .tryAcquire(Math.min(longest.toMillis(), Integer.MAX_VALUE), TimeUnit.MILLISECONDS);
    }

    void leave(Question question) {
        if (whom.test(question)) {
            gate(question).places().release();
        }
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
                origin -> new Gate(new Semaphore(most.getOrDefault(question.registry(), usual)), new AtomicBoolean()));
    }
}
