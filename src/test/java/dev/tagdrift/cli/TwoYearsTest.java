package dev.tagdrift.cli;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.demo.SyntheticImage;
import dev.tagdrift.history.History;
import dev.tagdrift.history.HistoryReading;
import dev.tagdrift.history.HistoryReading.Present;
import dev.tagdrift.history.HistoryStore;
import dev.tagdrift.history.Move;
import dev.tagdrift.history.Sighting;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.image.InvalidReferenceException;
import dev.tagdrift.image.OsRelease;
import dev.tagdrift.testing.CommandRun;
import dev.tagdrift.testing.Debian;
import dev.tagdrift.testing.FakeRegistry;
import dev.tagdrift.testing.TempWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The nights from June 2023 to August 2025, with what the Docker official images really did in them. In some the whole
 * program runs, against a registry; in the others only what it does with the history.
 */
class TwoYearsTest {
    private static final LocalDate FIRST = LocalDate.parse("2023-06-01");
    private static final LocalDate LAST = LocalDate.parse("2025-08-31");
    private static final Set<String> WHOLE = Set.of("2023-11-28", "2024-02-14", "2025-08-12", "2025-08-31");
    private static final String[] REPORT = {"report", "--history", "history.jsonl", "--history-days", "4000"};

    /** A day on which a tag began to name something else. */
    private record Change(LocalDate day, String tag, String commit, String directory) {
        static Change of(String line) {
            String[] columns = line.split("\t", -1);
            return new Change(LocalDate.parse(columns[0]), columns[1], columns[2], columns[3]);
        }

        SyntheticImage image() {
            return switch (os().map(OsRelease::codename).orElse("")) {
                case "bullseye" -> Debian.bullseye(toString(), "libicu67=67.1");
                case "trixie" -> Debian.trixie(toString(), "libicu76=76.1");
                default -> Debian.bookworm(toString(), "libicu72=72.1");
            };
        }

        Tagged reference() {
            try {
                return (Tagged) ImageReference.parse(tag);
            } catch (InvalidReferenceException e) {
                throw new AssertionError(e);
            }
        }

        Optional<OsRelease> os() {
            return Stream.of("11 (bullseye)", "12 (bookworm)", "13 (trixie)")
                    .filter(release -> directory.contains(release.replaceAll("[^a-z]", "")))
                    .findFirst()
                    .flatMap(release -> OsRelease.parse("debian " + release));
        }

        Sighting seen(LocalDate night) {
            return new Sighting(reference(), image().digest(), time(night), os(), Optional.empty());
        }
    }

    private static Instant time(LocalDate night) {
        return Instant.parse(night + "T03:00:00Z");
    }

    /** The last of each tag and day: the night sees no more. */
    private static List<Change> changes() throws IOException {
        Map<String, Change> changes = new LinkedHashMap<>();
        Files.readAllLines(Path.of("src/test/resources/history/official-tags.tsv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(Change::of)
                .forEach(change -> changes.put(change.day() + change.tag(), change));
        return List.copyOf(changes.values());
    }

    /** What each tag names in a night. */
    private static Map<String, Change> at(LocalDate night, List<Change> changes) {
        Map<String, Change> now = new TreeMap<>();
        changes.stream()
                .filter(change -> !change.day().isAfter(night))
                .forEach(change -> now.put(change.tag(), change));
        return now;
    }

    private final List<CommandRun> runs = new ArrayList<>();

    private void live(TempWorkspace project, FakeRegistry registry, List<Change> changes) throws IOException {
        HistoryStore store = new HistoryStore(project.root().resolve("history.jsonl"));
        for (LocalDate night = FIRST; !night.isAfter(LAST); night = night.plusDays(1)) {
            Map<String, Change> now = at(night, changes);
            if (WHOLE.contains(night.toString())) {
                push(registry, now);
                runs.add(project.runAt(night.toString(), REPORT));
            } else {
                LocalDate tonight = night;
                store.record(
                        now.values().stream()
                                .map(change -> change.seen(tonight))
                                .toList(),
                        Instant.EPOCH);
            }
        }
    }

    private static void push(FakeRegistry registry, Map<String, Change> now) {
        now.forEach((tag, change) -> {
            String[] parts = tag.split(":", -1);
            registry.push("library/" + parts[0], parts[1], change.image());
        });
    }

    private static long lines(TempWorkspace project) {
        return project.read("history.jsonl").lines().count();
    }

    private static History read(TempWorkspace project) {
        HistoryReading reading = new HistoryStore(project.root().resolve("history.jsonl")).read();
        assertThat(reading).isInstanceOf(Present.class);
        return ((Present) reading).history();
    }

    @Test
    void holdExactlyWhatChanged(@TempDir Path folder) throws IOException {
        List<Change> changes = changes();
        try (FakeRegistry registry = FakeRegistry.start()) {
            TempWorkspace project = TempWorkspace.of(folder, registry);
            Map<String, Change> first = at(LocalDate.parse("2023-10-02"), changes);
            project.file(
                    "Dockerfile",
                    first.keySet().stream().map(tag -> "FROM " + tag).toArray(String[]::new));
            push(registry, first);
            project.done("lock");
            live(project, registry, changes);

            assertThat(lines(project)).isEqualTo(expected(changes).size());
            assertThat(read(project).sightings())
                    .extracting(
                            sighting -> sighting.when() + " " + sighting.image().familiar() + " " + sighting.digest())
                    .containsExactlyInAnyOrderElementsOf(expected(changes));
            waves(read(project));
            told();
            windowed(project, changes);
        }
    }

    /** The first night of each tag, and each change after it. */
    private static List<String> expected(List<Change> changes) {
        Map<String, Change> first = at(FIRST, changes);
        return Stream.concat(
                        first.values().stream().map(change -> told(FIRST, change)),
                        changes.stream()
                                .filter(change -> change.day().isAfter(FIRST))
                                .map(change -> told(change.day(), change)))
                .toList();
    }

    private static String told(LocalDate night, Change change) {
        return time(night) + " " + change.tag() + " " + change.image().digest();
    }

    /** On the day of a release of Debian, or two days around it, all but those that wait move at once. */
    private static void waves(History history) {
        Map<String, Set<String>> byDay = history.moves().stream()
                .collect(groupingBy(
                        move -> move.when().toString().substring(0, 10),
                        mapping(move -> move.after().image().familiar(), toSet())));
        assertThat(byDay.get("2023-06-14"))
                .containsExactlyInAnyOrder("python:3.11-slim", "golang:1", "postgres:15", "ruby:3.2");
        assertThat(byDay.get("2025-08-12"))
                .containsExactlyInAnyOrder(
                        "python:3.11-slim", "python:3.12-slim", "postgres:15", "ruby:3.2", "php:8.2-fpm");
        assertThat(history.moves().stream().filter(Move::changesOs))
                .extracting(move -> move.when().toString().substring(0, 10) + " "
                        + move.after().image().familiar())
                .contains("2023-06-12 node:20-slim", "2023-06-14 python:3.11-slim", "2023-06-14 golang:1")
                .allMatch(told -> told.startsWith("2023-06-1") || told.startsWith("2025-08-1"));
    }

    private void told() {
        assertThat(runs).extracting(CommandRun::exitCode).containsOnly(0);
        // In the night of a release nearly all move at once: that is one paragraph, with its reason.
        assertThat(runs.get(2).out())
                .startsWith("drift[tag-moved]: 5 tags moved from debian 12 (bookworm) to debian 13 (trixie);"
                        + " 1 shared library is gone in all of them\n    images    php:8.2-fpm,");
        assertThat(runs.getLast().out())
                .startsWith("drift[tag-moved]: 6 tags moved from debian 12")
                .contains("2 tags were built again, on the same release and with the same packages")
                .hasLineCount(12);
    }

    /** What is older than two years is over, but for where each timeline begins. */
    private static void windowed(TempWorkspace project, List<Change> changes) {
        LocalDate start = LAST.minusDays(730);
        project.runAt(LAST.toString(), "report", "--history", "history.jsonl");
        long recent =
                changes.stream().filter(change -> change.day().isAfter(start)).count();
        assertThat(lines(project)).isEqualTo(recent + at(start, changes).size());
    }
}
