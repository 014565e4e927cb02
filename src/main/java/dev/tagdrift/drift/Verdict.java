package dev.tagdrift.drift;

import java.util.Optional;

/**
 * A finding, judged.
 *
 * @param finding what was found
 * @param fails whether a check fails because of it
 * @param ignored that somebody decided not to be stopped by it
 * @param doubtful whether it fails because it could not be learned whether the release of the system is another
 */
public record Verdict(Finding finding, boolean fails, Optional<Ignored> ignored, boolean doubtful) {
    /** Judged by what is known. */
    public Verdict(Finding finding, boolean fails, Optional<Ignored> ignored) {
        this(finding, fails, ignored, false);
    }

    /** Not ignored. */
    public Verdict(Finding finding, boolean fails) {
        this(finding, fails, Optional.empty());
    }
}
