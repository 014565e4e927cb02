package dev.tagdrift.drift;

import dev.tagdrift.settings.Ignore;

/**
 * That somebody decided not to be stopped by something.
 *
 * @param rule that says so
 * @param holds whether it does so today still
 */
public record Ignored(Ignore rule, boolean holds) {}
