package dev.tagdrift.history;

import static dev.tagdrift.history.Sightings.NODE;
import static dev.tagdrift.history.Sightings.PYTHON;
import static dev.tagdrift.history.Sightings.night;
import static dev.tagdrift.history.Sightings.python;
import static dev.tagdrift.history.Sightings.seen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.image.OsRelease;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HistoryTest {
    @Test
    void keepsTheFirstSightingAndEachChange() {
        History history = History.of(List.of(
                python("a", "2025-01-01"),
                python("a", "2025-01-02"),
                python("b", "2025-01-03"),
                seen(NODE, "a", "2025-01-02"),
                python("b", "2025-01-04")));
        assertThat(history.of(PYTHON)).containsExactly(python("a", "2025-01-01"), python("b", "2025-01-03"));
        assertThat(history.of(NODE)).containsExactly(seen(NODE, "a", "2025-01-02"));
    }

    @Test
    void takesADigestThatComesBackForAMove() {
        History history = History.of(List.of(python("a", "2025-01-01"), python("b", "2025-01-02")))
                .with(List.of(python("a", "2025-01-03")));
        assertThat(history.moves())
                .extracting(move -> move.after().digest())
                .containsExactly(Sightings.digest("b"), Sightings.digest("a"));
    }

    @Test
    void keepsInOrderWhatWasSeenAfterTheClockWasPutBack() {
        History history = History.of(List.of(python("a", "2025-01-05"))).with(List.of(python("b", "1970-01-01")));
        assertThat(history.of(PYTHON)).containsExactly(python("a", "2025-01-05"), python("b", "2025-01-05"));
        assertThat(history.news(List.of(python("b", "2025-01-06")))).isEmpty();
        assertThat(history.with(List.of(python("c", "2025-01-06"))).of(PYTHON)).endsWith(python("c", "2025-01-06"));
    }

    @Test
    void readsFilesThatWerePutTogetherInTheOrderOfTime() {
        List<Sighting> one = List.of(python("a", "2025-01-01"), python("c", "2025-01-05"));
        List<Sighting> other = List.of(python("a", "2025-01-02"), python("b", "2025-01-03"));
        List<Sighting> both = Stream.concat(one.stream(), other.stream()).toList();
        assertThat(History.of(both).of(PYTHON))
                .containsExactly(python("a", "2025-01-01"), python("b", "2025-01-03"), python("c", "2025-01-05"));
    }

    @Test
    void keepsWhatAnImageNamedWhenTheWindowBegins() {
        History history = History.of(List.of(
                python("a", "2023-01-01"),
                python("b", "2024-01-01"),
                python("c", "2025-01-01"),
                seen(NODE, "quiet", "2020-01-01")));
        History kept = history.since(night("2024-06-01"));
        assertThat(kept.of(PYTHON)).containsExactly(python("b", "2024-01-01"), python("c", "2025-01-01"));
        assertThat(kept.of(NODE)).containsExactly(seen(NODE, "quiet", "2020-01-01"));
        assertThat(kept.since(night("2024-06-01"))).isEqualTo(kept);
    }

    @Test
    void tellsWhichMoveChangesTheOperatingSystem() {
        History history = History.of(List.of(
                onDebian("a", "2025-08-11", "debian 12 (bookworm)"),
                onDebian("b", "2025-08-12", "debian 13 (trixie)"),
                onDebian("c", "2025-08-13", "debian 13"),
                python("d", "2025-08-14")));
        assertThat(history.moves()).extracting(Move::changesOs).containsExactly(true, false, false);
    }

    private static Sighting onDebian(String salt, String day, String os) {
        return new Sighting(PYTHON, Sightings.digest(salt), night(day), OsRelease.parse(os), Optional.empty());
    }
}
