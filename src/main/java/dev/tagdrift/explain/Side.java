package dev.tagdrift.explain;

import dev.tagdrift.image.Digest;
import dev.tagdrift.image.OsRelease;
import java.time.Instant;
import java.util.Optional;

/**
 * One of the two images that are compared.
 *
 * @param digest that its reference names
 * @param created when it was built, if it tells
 * @param os the release of the system in it, if it could be learned
 * @param software that it is made for, if it tells
 */
public record Side(Digest digest, Optional<Instant> created, Optional<OsRelease> os, Optional<Software> software) {
    /** An image that is not for the platform: all but its digest would be told of another one. */
    static Side bare(Digest digest) {
        return new Side(digest, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Whether the release is known of both and another one. */
    boolean differsInRelease(Side other) {
        return os.isPresent() && other.os.isPresent() && !os.get().isSame(other.os.get());
    }

    /** Whether the software is known of both and of another major version. */
    boolean differsInMajor(Side other) {
        return software.isPresent()
                && other.software.isPresent()
                && software.get().variable().equals(other.software.get().variable())
                && !software.get().major().equals(other.software.get().major());
    }
}
