package dev.tagdrift.drift;

import dev.tagdrift.drift.Finding.Drift;
import dev.tagdrift.drift.Finding.Note;
import dev.tagdrift.drift.Finding.Stale;
import dev.tagdrift.drift.Finding.TagMoved;
import dev.tagdrift.settings.FailOn;

/** Decides which findings fail a check. Pure. */
public final class Judge {
    private final FailOn failOn;

    /**
     * Judges by this.
     *
     * @param failOn which moves of a tag fail
     */
    public Judge(FailOn failOn) {
        this.failOn = failOn;
    }

    /** Whether this one fails. What cannot be learned counts as if it had changed. */
    public Verdict judge(Finding finding) {
        return new Verdict(
                finding,
                switch (finding) {
                    case TagMoved moved -> fails(moved);
                    case Drift drift -> true;
                    case Stale stale -> true;
                    case Note note -> false;
                });
    }

    private boolean fails(TagMoved moved) {
        return switch (failOn) {
            case DIGEST -> true;
            case PLATFORM ->
                moved.platforms().map(changes -> !changes.changed().isEmpty()).orElse(true);
            // The release of the current image is not read yet, so it cannot be told to be the same.
            case OS -> true;
        };
    }
}
