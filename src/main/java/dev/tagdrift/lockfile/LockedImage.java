package dev.tagdrift.lockfile;

import dev.tagdrift.image.Descriptor;
import dev.tagdrift.image.Digest;
import dev.tagdrift.image.MediaType;
import dev.tagdrift.image.Platform;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is remembered of one tag.
 *
 * @param digest of the index or manifest that the tag named
 * @param mediaType of it
 * @param os the release of the operating system, in words
 * @param created when it was built, to the second
 * @param platforms the manifests of the platforms that matter; empty for a single manifest
 */
public record LockedImage(
        Digest digest,
        MediaType mediaType,
        Optional<String> os,
        Optional<Instant> created,
        SortedMap<Platform, Digest> platforms) {
    /** Cuts the time to seconds and copies the map. */
    public LockedImage {
        created = created.map(time -> time.truncatedTo(ChronoUnit.SECONDS));
        platforms = Collections.unmodifiableSortedMap(new TreeMap<>(platforms));
    }

    /** What the tag named. */
    public Descriptor descriptor() {
        return new Descriptor(digest, mediaType);
    }

    /** Whether a build for the platform is recorded; of a single manifest nobody knows, so nobody misses it. */
    public boolean covers(Platform platform) {
        return !mediaType.isIndex() || platforms.keySet().stream().anyMatch(platform::accepts);
    }
}
