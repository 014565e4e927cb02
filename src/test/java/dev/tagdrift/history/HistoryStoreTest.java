package dev.tagdrift.history;

import static dev.tagdrift.history.Sightings.NODE;
import static dev.tagdrift.history.Sightings.PYTHON;
import static dev.tagdrift.history.Sightings.night;
import static dev.tagdrift.history.Sightings.python;
import static dev.tagdrift.history.Sightings.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tagdrift.history.HistoryReading.Absent;
import dev.tagdrift.history.HistoryReading.Present;
import dev.tagdrift.history.HistoryReading.Reason;
import dev.tagdrift.history.HistoryReading.Rejected;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryStoreTest {
    private static final Instant EVER = Instant.EPOCH;

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("nights/history.jsonl");
    }

    private String text() throws IOException {
        return Files.readString(file());
    }

    private void holds(String text) throws IOException {
        Files.createDirectories(file().resolveSibling(""));
        Files.writeString(file(), text);
    }

    private static String lines(Sighting... sightings) {
        return String.join("", Stream.of(sightings).map(HistoryCodec::line).toList());
    }

    private void record(Instant start, Sighting... seen) throws IOException {
        new HistoryStore(file()).record(List.of(seen), start);
    }

    private List<String> beside() throws IOException {
        try (Stream<Path> files = Files.list(file().resolveSibling(""))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void addsALineForAChangeAndOnlyThen() throws IOException {
        assertThat(new HistoryStore(file()).read()).isEqualTo(new Absent());
        record(EVER, python("a", "2025-01-01"), seen(NODE, "n", "2025-01-01"));
        record(EVER, python("a", "2025-01-02"), seen(NODE, "n", "2025-01-02"));
        record(EVER, python("b", "2025-01-03"), seen(NODE, "n", "2025-01-03"));
        record(EVER, python("a", "2025-01-04"));
        assertThat(text())
                .isEqualTo(lines(
                        python("a", "2025-01-01"),
                        seen(NODE, "n", "2025-01-01"),
                        python("b", "2025-01-03"),
                        python("a", "2025-01-04")));
        assertThat(beside()).containsExactly("history.jsonl");
    }

    @Test
    void makesNoFileOfNothing() throws IOException {
        record(EVER);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void leavesOutALineThatWasCutShortAndGoesOnInAFreshOne() throws IOException {
        String whole = lines(python("a", "2025-01-01"));
        holds(whole + lines(python("b", "2025-01-02")).substring(0, 50));
        record(EVER, python("c", "2025-01-03"));
        assertThat(text()).isEqualTo(whole + lines(python("c", "2025-01-03")));
    }

    @Test
    void tellsACutLineOnceEvenIfNothingMoved() throws IOException {
        String whole = lines(python("a", "2025-01-01"));
        holds(whole + "{\"ver");
        record(EVER, python("a", "2025-01-03"));
        assertThat(text()).isEqualTo(whole);
    }

    @Test
    void endsALineThatLacksItsEnd() throws IOException {
        holds(lines(python("a", "2025-01-01")).strip());
        record(EVER, python("b", "2025-01-03"));
        assertThat(text()).isEqualTo(lines(python("a", "2025-01-01"), python("b", "2025-01-03")));
    }

    @Test
    void leavesOutWhatIsOverButKeepsABeginning() throws IOException {
        record(EVER, python("a", "2023-01-01"), seen(NODE, "quiet", "2023-01-01"));
        record(EVER, python("b", "2023-02-01"));
        record(EVER, python("c", "2025-01-01"));
        record(night("2024-01-01"), python("d", "2025-02-01"));
        assertThat(text())
                .isEqualTo(lines(
                        seen(NODE, "quiet", "2023-01-01"),
                        python("b", "2023-02-01"),
                        python("c", "2025-01-01"),
                        python("d", "2025-02-01")));
        assertThat(beside()).containsExactly("history.jsonl");
    }

    @Test
    void keepsWhatOnlyANewerVersionKnows() throws IOException {
        String newer = lines(python("b", "2023-02-01")).replace("}", ",\"os\":\"a new form\",\"size\":5}");
        holds(lines(python("a", "2023-01-01")) + newer);
        record(night("2024-01-01"), python("c", "2025-01-01"));
        assertThat(text()).isEqualTo(newer + lines(python("c", "2025-01-01")));
    }

    @Test
    void replacesTheFileBehindALinkAndKeepsItsPermissions() throws IOException {
        Path real = folder.resolve("real.jsonl");
        Files.writeString(real, lines(python("a", "2023-01-01"), python("b", "2023-02-01")));
        Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-rw----"));
        Path link = Files.createSymbolicLink(folder.resolve("link.jsonl"), real);
        new HistoryStore(link).record(List.of(), night("2024-01-01"));
        assertThat(link).isSymbolicLink();
        assertThat(real).hasContent(lines(python("b", "2023-02-01")));
        assertThat(Files.getPosixFilePermissions(real)).hasSize(4);
    }

    @Test
    void neverWritesThroughALinkThatWaitsBesideIt() throws IOException {
        holds(lines(python("a", "2023-01-01"), python("b", "2023-02-01")));
        Path victim = Files.writeString(folder.resolve("victim"), "precious");
        Files.createSymbolicLink(file().resolveSibling(".history.jsonl.tmp"), victim);
        record(night("2024-01-01"));
        assertThat(victim).hasContent("precious");
        assertThat(text()).isEqualTo(lines(python("b", "2023-02-01")));
    }

    @Test
    void neverWritesToAFileOfAnotherTool() throws IOException {
        holds("{\"event\":\"deploy\"}\n");
        assertThat(new HistoryStore(file()).read()).isEqualTo(new Rejected(Reason.FOREIGN, 1));
        assertThatThrownBy(() -> record(EVER, python("a", "2025-01-01"))).isInstanceOf(IOException.class);
        assertThat(text()).isEqualTo("{\"event\":\"deploy\"}\n");
    }

    @Test
    void readsNoGigabyteAndNoFolder() throws IOException {
        holds("");
        try (RandomAccessFile large = new RandomAccessFile(file().toFile(), "rw")) {
            large.setLength(1L << 30);
        }
        assertThat(new HistoryStore(file()).read()).isEqualTo(new Rejected(Reason.TOO_LARGE, 1));
        assertThat(new HistoryStore(folder).read()).isEqualTo(new Rejected(Reason.NO_FILE, 1));
        Path dangling = Files.createSymbolicLink(folder.resolve("dangling"), folder.resolve("nothing"));
        assertThat(new HistoryStore(dangling).read()).isEqualTo(new Rejected(Reason.NO_FILE, 1));
    }

    @Test
    void keepsWhatOneFileTellsWhereTwoWereWrittenToWithoutALock() throws IOException {
        holds(lines(python("a", "2025-01-01"), python("b", "2025-01-02"), python("b", "2025-01-02")));
        assertThat(new HistoryStore(file()).read())
                .isEqualTo(new Present(
                        History.of(List.of(python("a", "2025-01-01"), python("b", "2025-01-02"))), List.of(), true));
        assertThat(History.of(List.of(python("a", "2025-01-01"))).of(PYTHON)).hasSize(1);
    }
}
