package dev.tagdrift.registry;

import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * Decides whether and how long is waited before the next attempt: twice as long each time, of which a random half is
 * left out so that many clients do not come back at once.
 *
 * @param attempts in all
 * @param first wait, before it is halved at random
 * @param longest wait that a server may ask for
 * @param random between 0 and 1
 */
record Patience(int attempts, Duration first, Duration longest, DoubleSupplier random) {
    static Patience usual(DoubleSupplier random) {
        return new Patience(3, Duration.ofMillis(500), Duration.ofSeconds(10), random);
    }

    /**
     * The wait after an attempt that failed; empty if it was the last.
     *
     * @param attempt that failed, from 1
     * @param asked what the server asked to be left alone for
     */
    Optional<Duration> after(int attempt, Optional<Duration> asked) {
        if (attempt >= attempts
                || asked.filter(wait -> wait.compareTo(longest) > 0).isPresent()) {
            return Optional.empty();
        }
        double full = first.toMillis() * Math.pow(2, attempt - 1);
        Duration own = Duration.ofMillis(Math.round(full * (1 + random.getAsDouble()) / 2));
        return Optional.of(asked.filter(wait -> wait.compareTo(own) > 0).orElse(own));
    }
}
