package dev.tagdrift.resolve;

import java.util.Optional;

/**
 * How much a registry still gives away, as it says itself.
 *
 * @param limit in all, if it says so
 * @param remaining of it
 * @param seconds that the limit is for, if it says so
 */
public record Quota(Optional<Integer> limit, int remaining, Optional<Integer> seconds) {}
