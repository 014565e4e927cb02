package dev.tagdrift.lockfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.image.Digest;
import dev.tagdrift.image.MediaType;
import dev.tagdrift.image.Platform;
import dev.tagdrift.testing.Locked;
import dev.tagdrift.testing.Resolved;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bytes in {@code lockfiles/*.json} are the format: whoever changes them changes every user's lockfile. */
class GoldenLockfilesTest {
    private static final Path FOLDER = Path.of("src/test/resources/lockfiles");
    private static final String SINGLE = "docker.io/library/alpine:3.20";

    static Stream<Path> goldens() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void areReadAndWrittenToTheByte(Path golden) throws IOException {
        String text = Files.readString(golden, StandardCharsets.UTF_8);
        assertThat(LockfileCodec.read(text))
                .isInstanceOfSatisfying(
                        LockfileReading.Present.class,
                        present -> assertThat(LockfileCodec.write(present.lockfile()))
                                .isEqualTo(text));
    }

    @Test
    void anEmptyLockfileIsShort() throws IOException {
        assertWritten("empty.json", Lockfile.EMPTY);
    }

    @Test
    void anEntryIsABlockOfLines() throws IOException {
        assertWritten("one.json", Locked.file("python:3.12-slim", Resolved.index("a")));
    }

    @Test
    void entriesAreSortedAndWhatIsNotKnownIsLeftOut() throws IOException {
        Lockfile lockfile = Locked.file("registry.internal:5000/base:1", bare("index c", MediaType.OCI_INDEX));
        lockfile = Locked.and(
                lockfile,
                "docker.io/library/python:3.12-slim",
                full(MediaType.DOCKER_INDEX, "linux/arm64", "linux/arm/v7", "linux/amd64"));
        lockfile = Locked.and(lockfile, "localhost/team/base:1", withOs("größer \"1\""));
        lockfile = Locked.and(lockfile, "alpine:Edge", withTime("2025-08-05T21:43:51.987Z"));
        lockfile = Locked.and(lockfile, SINGLE, bare("single a", MediaType.OCI_MANIFEST));
        assertWritten("several.json", lockfile);
    }

    @Test
    void windowsImagesAreToldApartByTheirVersion() throws IOException {
        LockedImage image = new LockedImage(
                Resolved.digest("index w"),
                MediaType.DOCKER_INDEX,
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>(Map.of(
                        Resolved.platform("windows(10.0.20348.3932)/amd64"), Resolved.digest("2022"),
                        Resolved.platform("windows(10.0.17763.7558)/amd64"), Resolved.digest("1809"))));
        assertWritten("windows.json", Locked.file("mcr.microsoft.com/windows/servercore:ltsc", image));
    }

    @Test
    void theAlgorithmOfADigestIsKept() {
        assertThat(read("sha512.json").images().values()).singleElement().satisfies(image -> {
            assertThat(image.digest().algorithm()).isEqualTo("sha512");
            assertThat(image.platforms().get(Platform.LINUX_AMD64)).isNotNull();
        });
    }

    private static LockedImage bare(String salt, MediaType type) {
        return new LockedImage(Resolved.digest(salt), type, Optional.empty(), Optional.empty(), new TreeMap<>());
    }

    private static LockedImage withOs(String os) {
        return new LockedImage(
                Resolved.digest("index b"), MediaType.OCI_INDEX, Optional.of(os), Optional.empty(), new TreeMap<>());
    }

    private static LockedImage withTime(String time) {
        return new LockedImage(
                Resolved.digest("single b"),
                MediaType.DOCKER_MANIFEST,
                Optional.empty(),
                Optional.of(Instant.parse(time)),
                new TreeMap<>());
    }

    private static LockedImage full(MediaType type, String... platforms) {
        TreeMap<Platform, Digest> digests = new TreeMap<>();
        for (String platform : platforms) {
            digests.put(Resolved.platform(platform), Resolved.digest("a for " + platform));
        }
        return new LockedImage(
                Resolved.digest("index a"),
                type,
                Optional.of(Locked.OS),
                Optional.of(Instant.parse("2025-08-05T21:43:00Z")),
                digests);
    }

    private static Lockfile read(String golden) {
        try {
            LockfileReading reading = LockfileCodec.read(Files.readString(FOLDER.resolve(golden)));
            return ((LockfileReading.Present) reading).lockfile();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertWritten(String golden, Lockfile lockfile) throws IOException {
        assertThat(LockfileCodec.write(lockfile)).isEqualTo(Files.readString(FOLDER.resolve(golden)));
        assertThat(read(golden)).isEqualTo(lockfile);
    }
}
