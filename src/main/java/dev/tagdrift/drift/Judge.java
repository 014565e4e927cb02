package dev.tagdrift.drift;

import dev.tagdrift.drift.Finding.Drift;
import dev.tagdrift.drift.Finding.Note;
import dev.tagdrift.drift.Finding.Stale;
import dev.tagdrift.drift.Finding.TagMoved;
import dev.tagdrift.settings.FailOn;
import java.util.Optional;

/** Decides which findings fail a check. Pure. */
public final class Judge {
    private final FailOn failOn;
    private final Ignores ignores;

    /**
     * Judges by this, and ignores nothing.
     *
     * @param failOn which moves of a tag fail
     */
    public Judge(FailOn failOn) {
        this(failOn, Ignores.NONE);
    }

    /**
     * Judges by this.
     *
     * @param failOn which moves of a tag fail
     * @param ignores what does not fail all the same
     */
    public Judge(FailOn failOn, Ignores ignores) {
        this.failOn = failOn;
        this.ignores = ignores;
    }

    /** What does not fail all the same. */
    public Ignores ignores() {
        return ignores;
    }

    /** Whether this one fails. What cannot be learned counts as if it had changed. */
    public Verdict judge(Finding finding) {
        boolean fails = switch (finding) {
            case TagMoved moved -> fails(moved);
            case Drift drift -> true;
            case Stale stale -> true;
            case Note note -> false;
        };
        Optional<Ignored> ignored = ignores.of(finding);
        boolean stands = fails && ignored.filter(Ignored::holds).isEmpty();
        return new Verdict(finding, stands, ignored, stands && isDoubtful(finding));
    }

    private boolean isDoubtful(Finding finding) {
        return failOn == FailOn.OS && finding instanceof TagMoved moved && moved.releaseUnknown();
    }

    private boolean fails(TagMoved moved) {
        return switch (failOn) {
            case DIGEST -> true;
            case PLATFORM -> moved.concernsYou();
            case OS -> !moved.keepsRelease();
        };
    }
}
