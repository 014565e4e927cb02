package dev.tagdrift.history;

import static dev.tagdrift.history.Sightings.PYTHON;
import static dev.tagdrift.history.Sightings.digest;
import static dev.tagdrift.history.Sightings.night;
import static dev.tagdrift.history.Sightings.python;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static Timeline timeline(List<Sighting> nights, List<Sighting> locks) {
        return Timeline.of(PYTHON, History.of(nights), History.of(locks));
    }

    @Test
    void beginsWithTheLocksBeforeTheFirstNight() {
        Timeline timeline = timeline(
                List.of(python("b", "2025-03-01"), python("c", "2025-03-09")),
                List.of(python("a", "2025-01-01"), python("b", "2025-02-01"), python("a", "2025-03-20")));
        assertThat(timeline.spans())
                .containsExactly(python("a", "2025-01-01"), python("b", "2025-02-01"), python("c", "2025-03-09"));
        assertThat(timeline.firstSeen()).contains(night("2025-03-01"));
        assertThat(timeline.moves()).hasSize(1);
        assertThat(timeline.refreshes()).isEqualTo(2);
    }

    @Test
    void isEmptyForWhatNobodySaw() {
        Timeline timeline = timeline(List.of(), List.of());
        assertThat(timeline.spans()).isEmpty();
        assertThat(timeline.firstSeen()).isEmpty();
        assertThat(timeline.refreshes()).isZero();
        assertThat(timeline.awaySince(digest("a"))).isEmpty();
        assertThat(Mobility.of(timeline, night("2025-01-01"))).isEqualTo(new Mobility(0, 0, Optional.empty()));
    }

    @Test
    void tellsSinceWhenTheTagIsAwayFromWhatIsLocked() {
        Timeline timeline = timeline(
                List.of(
                        python("a", "2025-01-01"),
                        python("b", "2025-01-05"),
                        python("a", "2025-01-10"),
                        python("c", "2025-01-20"),
                        python("d", "2025-01-25")),
                List.of());
        assertThat(timeline.awaySince(digest("a"))).contains(night("2025-01-20"));
        assertThat(timeline.awaySince(digest("c"))).contains(night("2025-01-25"));
        assertThat(timeline.awaySince(digest("d"))).isEmpty();
        assertThat(timeline.awaySince(digest("never seen"))).contains(night("2025-01-01"));
    }

    @Test
    void isNotAwayFromALockForLongerThanTheLockIsThere() {
        List<Sighting> nights = List.of(python("a", "2025-01-01"), python("b", "2025-01-05"));
        Timeline timeline = timeline(nights, List.of(python("b", "2025-01-06"), python("a", "2025-01-10")));
        assertThat(timeline.awaySince(digest("a"))).contains(night("2025-01-10"));
        assertThat(timeline.lockedSince(digest("a"))).contains(night("2025-01-10"));
        assertThat(timeline.lockedSince(digest("b"))).isEmpty();
    }

    @Test
    void countsTheMovesOfThirtyDays() {
        Timeline timeline = timeline(
                List.of(
                        python("a", "2025-01-01"),
                        python("b", "2025-03-01"),
                        python("c", "2025-03-10"),
                        python("d", "2025-03-28"),
                        python("e", "2025-03-29")),
                List.of());
        assertThat(Mobility.of(timeline, night("2025-04-01")))
                .isEqualTo(new Mobility(3, 30, Optional.of(Duration.ofDays(9))));
        assertThat(Mobility.of(timeline, night("2025-03-31")).moves()).isEqualTo(3);
        assertThat(Mobility.of(timeline, night("2025-03-30")).moves()).isEqualTo(4);
    }

    @Test
    void claimsNoMoreDaysThanWereLookedAt() {
        Timeline timeline = timeline(List.of(python("a", "2025-01-01"), python("b", "2025-01-04")), List.of());
        assertThat(Mobility.of(timeline, night("2025-01-11"))).isEqualTo(new Mobility(1, 10, Optional.empty()));
        assertThat(Mobility.of(timeline, night("2024-12-01")).days()).isZero();
    }

    @Test
    void takesTheMiddleOfTheGaps() {
        List<Sighting> uneven = List.of(
                python("a", "2025-01-01"),
                python("b", "2025-01-02"),
                python("c", "2025-01-04"),
                python("d", "2025-01-09"));
        Mobility mobility = Mobility.of(timeline(uneven, List.of()), night("2025-02-01"));
        assertThat(mobility.medianGap()).contains(Duration.ofHours(84));
        assertThat(mobility.medianGapDays()).contains(4L);
    }
}
