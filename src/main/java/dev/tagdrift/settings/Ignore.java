package dev.tagdrift.settings;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What somebody decided not to be stopped by.
 *
 * @param line where it stands
 * @param image pattern of the image's name; none means every image
 * @param file pattern of the files; none means every file
 * @param findings the kinds that it hides
 * @param reason why, in their words; may be empty
 * @param until the last day, in UTC, that it holds
 */
public record Ignore(
        int line,
        Optional<String> image,
        Optional<String> file,
        List<String> findings,
        String reason,
        LocalDate until) {
    /** What can be hidden, under the names that the documentation explains. */
    public static final List<String> FINDINGS = List.of(
            "tag-moved",
            "tag-vanished",
            "digest-vanished",
            "platform-missing",
            "not-locked",
            "incomplete",
            "unused",
            "pin-disagrees",
            "pin-behind",
            "cache-differs",
            "no-engine",
            "mixed-os",
            "denied",
            "not-found",
            "rate-limited",
            "unreachable",
            "bad-answer",
            "timed-out");

    /** Copies the list. */
    public Ignore {
        findings = List.copyOf(findings);
    }

    /** Whether it holds on this day. */
    public boolean holdsOn(LocalDate day) {
        return !day.isAfter(until);
    }
}
