package dev.tagdrift.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How often a tag moves.
 *
 * @param moves that were seen in the last days
 * @param days that were looked at: 30, or as many as there are since the first night
 * @param medianGap between one move and the next, over the whole timeline; there are none before the second move
 */
public record Mobility(int moves, int days, Optional<Duration> medianGap) {
    private static final Duration WINDOW = Duration.ofDays(30);

    /** What a timeline tells at this time. */
    public static Mobility of(Timeline timeline, Instant now) {
        Duration seen = timeline.firstSeen()
                .map(first -> Duration.between(first, now))
                .filter(age -> !age.isNegative())
                .orElse(Duration.ZERO);
        Duration window = seen.compareTo(WINDOW) < 0 ? seen : WINDOW;
        List<Move> moves = timeline.moves();
        long recent = moves.stream()
                .filter(move -> move.when().isAfter(now.minus(WINDOW)))
                .count();
        return new Mobility((int) recent, (int) window.toDays(), median(gaps(moves)));
    }

    private static List<Duration> gaps(List<Move> moves) {
        List<Duration> gaps = new ArrayList<>();
        for (int i = 1; i < moves.size(); i++) {
            gaps.add(Duration.between(moves.get(i - 1).when(), moves.get(i).when()));
        }
        return gaps;
    }

    private static Optional<Duration> median(List<Duration> gaps) {
        if (gaps.isEmpty()) {
            return Optional.empty();
        }
        List<Duration> sorted = gaps.stream().sorted().toList();
        Duration lower = sorted.get((sorted.size() - 1) / 2);
        Duration upper = sorted.get(sorted.size() / 2);
        return Optional.of(lower.plus(upper).dividedBy(2));
    }

    /** The median gap in days, to the nearest. */
    public Optional<Long> medianGapDays() {
        return medianGap.map(gap -> gap.plusHours(12).toDays());
    }
}
