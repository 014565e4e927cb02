package dev.tagdrift.drift;

import java.util.Optional;

/**
 * A finding, judged.
 *
 * @param finding what was found
 * @param fails whether a check fails because of it
 * @param ignored that somebody decided not to be stopped by it
 */
public record Verdict(Finding finding, boolean fails, Optional<Ignored> ignored) {
    /** Not ignored. */
    public Verdict(Finding finding, boolean fails) {
        this(finding, fails, Optional.empty());
    }
}
