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

    /** What is left of it, but no more than this; zero if nothing. */
    public Duration left(Clock clock, Duration most) {
        Duration left = Duration.between(clock.instant(), end);
        return left.isNegative() ? Duration.ZERO : left.compareTo(most) < 0 ? left : most;
    }
}
