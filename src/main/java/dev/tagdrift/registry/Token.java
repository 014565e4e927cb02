package dev.tagdrift.registry;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a token service gave.
 *
 * @param authorization that it makes
 * @param until when it is good, as far as the service says
 * @param repositories that it can be read to be good for; empty where it cannot be read
 */
record Token(Authorization authorization, Instant until, Optional<Set<String>> repositories) {
    boolean isGood(Instant now, Authorization refused) {
        return now.isBefore(until) && !authorization.equals(refused);
    }
}
