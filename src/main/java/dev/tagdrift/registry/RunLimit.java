package dev.tagdrift.registry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How long a run may take.
 *
 * @param length in all
 * @param end when it is over
 */
public record RunLimit(Duration length, Instant end) {
    /** A run that begins now. */
    public static RunLimit from(Clock clock, Duration length) {
        return new RunLimit(length, clock.instant().plus(length));
    }

    /** What is left of it; nothing, or less, when it is over. */
    public Duration left(Clock clock) {
        return Duration.between(clock.instant(), end);
    }
}
