package dev.tagdrift.drift;

/**
 * A finding, judged.
 *
 * @param finding what was found
 * @param fails whether a check fails because of it
 */
public record Verdict(Finding finding, boolean fails) {}
