package dev.tagdrift.lockfile;

import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.image.MediaType;
import dev.tagdrift.image.Platform;
import dev.tagdrift.testing.Resolved;
import dev.tagdrift.testing.Uses;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** Lockfiles of every shape that the format has, the same for the same seed. */
final class GeneratedLockfile {
    private static final List<String> REPOSITORIES = List.of(
            "alpine",
            "python",
            "team/base",
            "localhost/base",
            "ghcr.io/a/b.c_d__e-f",
            "registry.internal:5000/base",
            "[::1]:5000/base");
    private static final List<String> TAGS = List.of("latest", "3.12-slim", "Edge", "_1", "a.b-c_d");
    private static final List<String> PLATFORMS = List.of(
            "linux/amd64",
            "linux/amd64/v3",
            "linux/arm64",
            "linux/arm/v7",
            "linux/386",
            "linux/s390x",
            "windows(10.0.17763.7558)/amd64",
            "windows(10.0.20348.3932)/amd64");
    private static final List<String> OS =
            List.of("debian 12 (bookworm)", "", "größer", "\"quoted\" \\ and\tmore\n", "\uD83D\uDC27 1", "<<<<<<< a");
    private static final List<MediaType> TYPES =
            List.of(MediaType.OCI_INDEX, MediaType.DOCKER_INDEX, MediaType.OCI_MANIFEST, MediaType.DOCKER_MANIFEST);

    private final Random random;

    private GeneratedLockfile(long seed) {
        random = new Random(seed);
    }

    static Lockfile of(long seed) {
        return new GeneratedLockfile(seed).lockfile();
    }

    private Lockfile lockfile() {
        Map<Tagged, LockedImage> images = new TreeMap<>();
        for (int i = random.nextInt(12); i > 0; i--) {
            images.put(Uses.tag(one(REPOSITORIES) + ":" + one(TAGS)), image());
        }
        return Lockfile.of(images);
    }

    private LockedImage image() {
        MediaType type = one(TYPES);
        return new LockedImage(
                digest(),
                type,
                maybe(one(OS)),
                maybe(Instant.ofEpochMilli(random.nextLong(315_532_800_000L, 4_102_444_800_000L))),
                type.isIndex() ? platforms() : new TreeMap<>());
    }

    private SortedMap<Platform, Digest> platforms() {
        SortedMap<Platform, Digest> platforms = new TreeMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            platforms.put(Resolved.platform(one(PLATFORMS)), digest());
        }
        return platforms;
    }

    private Digest digest() {
        Digest sha256 = Resolved.digest(Long.toString(random.nextLong()));
        return random.nextInt(5) > 0 ? sha256 : new Digest("sha512", sha256.hex() + sha256.hex());
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> Optional<T> maybe(T value) {
        return Optional.of(value).filter(any -> random.nextBoolean());
    }
}
