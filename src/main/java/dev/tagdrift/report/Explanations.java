package dev.tagdrift.report;

import dev.tagdrift.drift.Departure;
import dev.tagdrift.drift.Finding;
import dev.tagdrift.drift.Finding.TagMoved;
import dev.tagdrift.explain.Cause;
import dev.tagdrift.explain.Explanation;
import dev.tagdrift.explain.Outcome;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** What came of asking about this finding, if anybody did. */
    Optional<Outcome> of(Finding finding) {
        return finding.departure().map(outcomes::get);
    }

    /** What changed, if anybody asked and could be told. */
    Optional<Explanation> explained(Finding finding) {
        return of(finding).flatMap(Outcome::found);
    }

    /** Why the image is another now: the weightier of what the finding itself tells and what was explained. */
    Optional<Cause> cause(Finding finding) {
        return Stream.of(seen(finding), explained(finding).map(Explanation::cause))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /** What is known of a move without looking into the images. */
    private static Optional<Cause> seen(Finding finding) {
        if (!(finding instanceof TagMoved moved)) {
            return Optional.empty();
        }
        if (!moved.concernsYou()) {
            return Optional.of(Cause.OTHER_PLATFORMS);
        }
        return moved.changesRelease() ? Optional.of(Cause.OS_RELEASE) : Optional.empty();
    }

    /** How much a finding weighs, the heaviest first: what breaks builds, then what moved, by why it did. */
    int weight(Finding finding) {
        if (finding.departure().isEmpty() || finding instanceof Finding.DigestVanished) {
            return 0;
        }
        boolean release = finding instanceof TagMoved moved && !moved.keepsRelease();
        return cause(finding)
                .map(Explanations::weight)
                .orElse(release ? weight(Cause.OS_RELEASE) + 1 : weight(Cause.UNKNOWN));
    }

    /** By the place among all, the weightiest first, with room between for what is not known that well. */
    private static int weight(Cause cause) {
        return 2 * (1 + List.of(Cause.values()).indexOf(cause));
    }
}
