package dev.tagdrift.report;

import static dev.tagdrift.report.Phrases.count;

import dev.tagdrift.history.Sighting;
import dev.tagdrift.history.Timeline;
import dev.tagdrift.image.OsRelease;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What one tag named over time, drawn and in words.
 *
 * @param title of the drawing
 * @param description of it, for who does not see it
 * @param bands the releases of the system, in the order of time
 * @param moves the path of the marks for each other digest
 * @param turns the path of the marks for each other release
 * @param locks the path of the marks for each lock
 * @param named the last digests, the newest first
 * @param more digests than are shown
 * @param newest when the last digest was seen first, in seconds
 */
record Chart(
        String title,
        String description,
        List<Band> bands,
        String moves,
        String turns,
        String locks,
        List<Named> named,
        int more,
        long newest) {
    private static final int SHOWN = 5;

    /** Copies the lists. */
    Chart {
        bands = List.copyOf(bands);
        named = List.copyOf(named);
    }

    /**
     * The time of one release.
     *
     * @param place where it begins
     * @param length of it
     * @param release in words
     * @param shade that it has on the whole page
     */
    record Band(int place, int length, String release, int shade) {
        String x() {
            return TimeAxis.percent(place);
        }

        String width() {
            return TimeAxis.percent(length);
        }

        /** What fits in a narrow one. */
        String label() {
            return release.replaceFirst(" \\(.*", "");
        }
    }

    /**
     * A digest that the tag named.
     *
     * @param day from which on
     * @param digest short
     * @param release in words
     */
    record Named(String day, String digest, String release) {}

    static Chart of(String name, Timeline timeline, TimeAxis axis, List<String> releases) {
        List<Sighting> spans = timeline.spans();
        List<Instant> moves = spans.stream().skip(1).map(Sighting::when).toList();
        List<Sighting> turns = turns(spans);
        List<Named> named =
                spans.reversed().stream().limit(SHOWN).map(Chart::named).toList();
        return new Chart(
                name + ": " + count(spans.size(), "digest") + " since "
                        + Phrases.day(spans.getFirst().when()),
                description(turns, timeline),
                bands(turns, axis, releases),
                marks(moves, axis, "V10"),
                marks(turns.stream().skip(1).map(Sighting::when).toList(), axis, "V10"),
                marks(timeline.locks().stream().map(Sighting::when).toList(), axis, "h0"),
                named,
                spans.size() - named.size(),
                spans.getLast().when().getEpochSecond());
    }

    private static Named named(Sighting sighting) {
        return new Named(Phrases.day(sighting.when()), Phrases.digest(sighting.digest()), release(sighting));
    }

    static String release(Sighting sighting) {
        return sighting.os().map(OsRelease::toString).orElse("not known");
    }

    /** The first sighting of each release, as long as it lasts. */
    private static List<Sighting> turns(List<Sighting> spans) {
        List<Sighting> turns = new ArrayList<>();
        for (Sighting span : spans) {
            if (turns.isEmpty() || !release(turns.getLast()).equals(release(span))) {
                turns.add(span);
            }
        }
        return turns;
    }

    private static String description(List<Sighting> turns, Timeline timeline) {
        String releases = turns.stream()
                .map(turn -> release(turn) + " from " + Phrases.day(turn.when()))
                .collect(Collectors.joining(", "));
        return "System: " + releases + "."
                + Optional.of(timeline.locks())
                        .filter(locks -> !locks.isEmpty())
                        .map(locks -> " Locked " + count(locks.size(), "time") + ", last on "
                                + Phrases.day(locks.getLast().when()) + ".")
                        .orElse("");
    }

    private static List<Band> bands(List<Sighting> turns, TimeAxis axis, List<String> releases) {
        List<Band> bands = new ArrayList<>();
        for (int i = 0; i < turns.size(); i++) {
            int from = axis.place(turns.get(i).when());
            int to = i + 1 < turns.size() ? axis.place(turns.get(i + 1).when()) : TimeAxis.LENGTH;
            String release = release(turns.get(i));
            bands.add(new Band(from, to - from, release, releases.indexOf(release)));
        }
        return bands;
    }

    /** A stroke, or a dot, for each time. */
    private static String marks(List<Instant> times, TimeAxis axis, String mark) {
        return times.stream()
                .map(time -> "M" + axis.place(time) + " 0" + mark)
                .distinct()
                .collect(Collectors.joining());
    }
}
