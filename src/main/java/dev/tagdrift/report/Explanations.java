package dev.tagdrift.report;

import dev.tagdrift.drift.Departure;
import dev.tagdrift.drift.Finding;
import dev.tagdrift.explain.Outcome;
import java.util.Map;
import java.util.Optional;

/**
 * What came of asking why images are others now.
 *
 * @param outcomes by what became of the tag
 */
public record Explanations(Map<Departure, Outcome> outcomes) {
    /** Nobody asked. */
    public static final Explanations NONE = new Explanations(Map.of());

    /** Copies the map. */
    public Explanations {
        outcomes = Map.copyOf(outcomes);
    }

    /** What is known of this finding, if it was asked for. */
    Optional<Outcome> of(Finding finding) {
        return finding.departure().map(outcomes::get);
    }
}
