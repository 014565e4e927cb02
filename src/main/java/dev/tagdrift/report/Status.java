package dev.tagdrift.report;

import dev.tagdrift.drift.Finding.Drift;
import dev.tagdrift.drift.Finding.Stale;
import dev.tagdrift.drift.Verdict;
import java.util.List;
import java.util.Locale;

/** One word for an image; each image has just one. */
enum Status {
    /** It was looked at, and nothing about it fails. */
    OK,
    /** Lockfile and registry differ, and that fails. */
    DRIFT,
    /** Files and lockfile differ. */
    STALE,
    /** It could not be looked at. */
    UNCHECKED;

    static Status of(List<Verdict> verdicts, boolean failed) {
        if (verdicts.stream().anyMatch(verdict -> verdict.fails() && verdict.finding() instanceof Drift)) {
            return DRIFT;
        }
        if (verdicts.stream().anyMatch(verdict -> verdict.fails() && verdict.finding() instanceof Stale)) {
            return STALE;
        }
        return failed ? UNCHECKED : OK;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
