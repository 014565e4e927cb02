package dev.tagdrift.lockfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.tagdrift.lockfile.LockfileProblem.Flaw;
import dev.tagdrift.lockfile.LockfileProblem.Malformed;
import dev.tagdrift.lockfile.LockfileProblem.Reason;
import dev.tagdrift.lockfile.LockfileProblem.Unreadable;
import dev.tagdrift.lockfile.LockfileReading.Absent;
import dev.tagdrift.lockfile.LockfileReading.Present;
import dev.tagdrift.lockfile.LockfileReading.Rejected;
import dev.tagdrift.testing.Locked;
import dev.tagdrift.testing.Resolved;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockfileStoreTest {
    private static final Lockfile ONE = Locked.file("python:3.12-slim", Resolved.index("a"));
    private static final Lockfile OTHER = Locked.file("python:3.12-slim", Resolved.index("b"));
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

    @TempDir
    Path folder;

    private Path file = Path.of("");
    private LockfileStore store = new LockfileStore(file);

    @BeforeEach
    void place() {
        file = folder.resolve("base-images.lock.json");
        store = new LockfileStore(file);
    }

    @Test
    void readsWhatItWrote() throws IOException {
        assertThat(store.read()).isEqualTo(new Absent());
        assertThat(store.write(ONE)).isTrue();
        assertThat(store.read()).isEqualTo(new Present(ONE));
        assertThat(store.write(OTHER)).isTrue();
        assertThat(store.read()).isEqualTo(new Present(OTHER));
        assertAlone();
    }

    @Test
    void leavesAFileAloneThatHoldsTheSame() throws IOException {
        store.write(ONE);
        Files.setLastModifiedTime(file, LONG_AGO);
        assertThat(store.write(ONE)).isFalse();
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(LONG_AGO);
    }

    @Test
    void writesTheCanonicalFormOverAnother() throws IOException {
        store.write(ONE);
        Files.writeString(file, Files.readString(file).replace("\n", "\r\n"));
        assertThat(store.write(ONE)).isTrue();
        assertThat(Files.readString(file)).isEqualTo(LockfileCodec.write(ONE));
    }

    @Test
    void keepsTheModeOfTheFile() throws IOException {
        store.write(ONE);
        assumeFalse(isWindows(), "Windows has no modes");
        Set<PosixFilePermission> mode = PosixFilePermissions.fromString("rw-rw-r--");
        Files.setPosixFilePermissions(file, mode);
        store.write(OTHER);
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(mode);
    }

    @Test
    void makesTheFolder() throws IOException {
        Path deep = folder.resolve("a/b/base-images.lock.json");
        assertThat(new LockfileStore(deep).write(ONE)).isTrue();
        assertThat(new LockfileStore(deep).read()).isEqualTo(new Present(ONE));
    }

    @Test
    void writesThroughALink() throws IOException {
        Path real = folder.resolve("shared/real.json");
        new LockfileStore(real).write(ONE);
        Files.createSymbolicLink(file, real);
        assertThat(store.write(OTHER)).isTrue();
        assertThat(file).isSymbolicLink();
        assertThat(new LockfileStore(real).read()).isEqualTo(new Present(OTHER));
    }

    @Test
    void aLinkToNothingIsNoAbsentFile() throws IOException {
        Files.createSymbolicLink(file, folder.resolve("nothing"));
        assertThat(store.read()).isEqualTo(new Rejected(new Unreadable(Reason.DANGLING_LINK)));
    }

    @Test
    void aWriteThatFailsKeepsTheOld() throws IOException {
        store.write(ONE);
        Path below = file.resolve("base-images.lock.json");
        assertThatThrownBy(() -> new LockfileStore(below).write(OTHER)).isInstanceOf(IOException.class);
        assertThat(store.read()).isEqualTo(new Present(ONE));
        assertAlone();
    }

    @Test
    void aWriteIntoAFolderWithoutPermissionKeepsTheOld() throws IOException {
        store.write(ONE);
        assumeFalse(isWindows(), "Windows has no modes");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assumeFalse(Files.isWritable(folder), "root may write anywhere");
            assertThatThrownBy(() -> store.write(OTHER)).isInstanceOf(IOException.class);
            assertThat(store.read()).isEqualTo(new Present(ONE));
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void aFolderInPlaceOfTheFileIsNamedAndKept() throws IOException {
        Files.createDirectories(file.resolve("content"));
        assertThat(store.read()).isEqualTo(new Rejected(new Unreadable(Reason.DIRECTORY)));
        assertThatThrownBy(() -> store.write(ONE)).isInstanceOf(IOException.class);
        assertThat(file.resolve("content")).isDirectory();
        assertAlone();
    }

    @Test
    void sweepsWhatAKilledProcessLeft() throws IOException {
        Path leftover = leftover("base-images.lock.json", LONG_AGO);
        store.write(ONE);
        assertThat(leftover).doesNotExist();
    }

    @Test
    void leavesWhatMayBeInTheWorks() throws IOException {
        Path young = leftover("base-images.lock.json", FileTime.from(Instant.now()));
        Path strange = leftover("other.json", LONG_AGO);
        Path mine = Files.writeString(folder.resolve(".base-images.lock.json.mine.tmp"), "");
        Files.setLastModifiedTime(mine, LONG_AGO);
        store.write(ONE);
        assertThat(young).exists();
        assertThat(strange).exists();
        assertThat(mine).exists();
    }

    @Test
    void leftoversThatCannotBeSweptAreNoReasonToFail() throws IOException {
        Path leftover = folder.resolve(".base-images.lock.json.123e4567-e89b-42d3-a456-426614174000.tmp");
        Files.createDirectories(leftover.resolve("content"));
        Files.setLastModifiedTime(leftover, LONG_AGO);
        assertThat(store.write(ONE)).isTrue();
        assertThat(store.read()).isEqualTo(new Present(ONE));
    }

    @Test
    void aNameMayHoldWhatPatternsAreMadeOf() throws IOException {
        LockfileStore odd = new LockfileStore(folder.resolve("{lock[1]"));
        Path leftover = leftover("{lock[1]", LONG_AGO);
        assertThat(odd.write(ONE)).isTrue();
        assertThat(odd.read()).isEqualTo(new Present(ONE));
        assertThat(leftover).doesNotExist();
    }

    @Test
    void aFileLargerThanAnyLockfileIsNotRead() throws IOException {
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength((64L << 20) + 1);
        }
        assertThat(store.read()).isEqualTo(new Rejected(new Unreadable(Reason.TOO_LARGE)));
    }

    @Test
    void aFileWithoutPermissionIsNamed() throws IOException {
        store.write(ONE);
        assumeFalse(isWindows(), "Windows has no modes");
        Files.setPosixFilePermissions(file, Set.of());
        assumeFalse(Files.isReadable(file), "root may read anything");
        assertThat(store.read()).isEqualTo(new Rejected(new Unreadable(Reason.NO_PERMISSION)));
    }

    @Test
    void bytesThatAreNoTextAreNamedByTheirLine() throws IOException {
        Files.write(file, "{\n\"version\": 1,\n\"images\": \"\u00fc\"}".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(store.read())
                .isEqualTo(new Rejected(new Malformed(3, Flaw.NOT_JSON, "bytes that are not UTF-8", Optional.empty())));
    }

    private Path leftover(String name, FileTime time) throws IOException {
        Path leftover =
                Files.writeString(folder.resolve("." + name + ".123e4567-e89b-42d3-a456-426614174000.tmp"), "{");
        return Files.setLastModifiedTime(leftover, time);
    }

    private void assertAlone() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    private static boolean isWindows() {
        return !Path.of("").getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
