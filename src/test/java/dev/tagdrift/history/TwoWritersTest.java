package dev.tagdrift.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.history.HistoryReading.Present;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two that write at once lose nothing of each other, while one of them leaves old lines out. */
class TwoWritersTest {
    private static final int NIGHTS = 40;
    private static final Instant FIRST = Instant.parse("2025-01-01T03:00:00Z");

    /** What another process runs: a writer with a name, on a file. */
    public static void main(String[] arguments) throws IOException {
        write(new HistoryStore(Path.of(arguments[0])), arguments[1]);
    }

    /** An image that both see alike, one that soon has lines that are too old, and one for each night. */
    private static void write(HistoryStore store, String name) throws IOException {
        for (int night = 0; night < NIGHTS; night++) {
            Instant now = FIRST.plusSeconds(86_400L * night);
            store.record(
                    List.of(
                            seen("shared", "alike", now),
                            seen(name, "moves " + night, now),
                            seen(name + night, "", now)),
                    now.minusSeconds(86_400L * 3));
        }
    }

    private static Sighting seen(String repository, String salt, Instant when) {
        return new Sighting(
                Sightings.tagged(repository + ":1"), Sightings.digest(salt), when, Optional.empty(), Optional.empty());
    }

    private static void losesNothing(Path file, String... names) throws IOException {
        HistoryReading reading = new HistoryStore(file).read();
        assertThat(reading).isInstanceOf(Present.class);
        Present present = (Present) reading;
        assertThat(present.cutLines()).isEmpty();
        for (String name : names) {
            for (int night = 0; night < NIGHTS; night++) {
                assertThat(present.history().of(Sightings.tagged(name + night + ":1")))
                        .as("what %s saw in night %d", name, night)
                        .hasSize(1);
            }
        }
        assertThat(Files.readAllLines(file, UTF_8))
                .as("the shared one, one for each night of each, and the last nights of the two that move")
                .doesNotHaveDuplicates()
                .hasSizeBetween(1 + 2 * NIGHTS + 2 * 3, 1 + 2 * NIGHTS + 2 * 8);
    }

    @Test
    void asThreads(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("history.jsonl");
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<Void>> writers = new ArrayList<>();
            for (String name : List.of("one", "other")) {
                Callable<Void> writer = () -> {
                    write(new HistoryStore(file), name);
                    return null;
                };
                writers.add(threads.submit(writer));
            }
            for (Future<Void> writer : writers) {
                writer.get(60, TimeUnit.SECONDS);
            }
        }
        losesNothing(file, "one", "other");
    }

    @Test
    void asProcesses(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("history.jsonl");
        List<Process> writers = new ArrayList<>();
        for (String name : List.of("one", "other")) {
            writers.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            TwoWritersTest.class.getName(),
                            file.toString(),
                            name)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve(name + ".log").toFile())
                    .start());
        }
        for (Process writer : writers) {
            boolean ended = writer.waitFor(60, TimeUnit.SECONDS);
            writer.destroyForcibly();
            assertThat(ended).isTrue();
            assertThat(writer.exitValue())
                    .as(Files.readString(folder.resolve("one.log")) + Files.readString(folder.resolve("other.log")))
                    .isZero();
        }
        losesNothing(file, "one", "other");
    }
}
