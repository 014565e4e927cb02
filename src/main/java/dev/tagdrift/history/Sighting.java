package dev.tagdrift.history;

import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.image.OsRelease;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A tag, seen to name a digest; or a lockfile, seen to say so.
 *
 * @param image the tag
 * @param digest that it named
 * @param when it was seen, to the second
 * @param os the release of the operating system
 * @param created when the image was built, to the second
 */
public record Sighting(Tagged image, Digest digest, Instant when, Optional<OsRelease> os, Optional<Instant> created) {
    /** Cuts the times to seconds. */
    public Sighting {
        when = when.truncatedTo(ChronoUnit.SECONDS);
        created = created.map(time -> time.truncatedTo(ChronoUnit.SECONDS));
    }

    /** Whether the tag named another digest the other time. */
    boolean differs(Sighting other) {
        return !digest.equals(other.digest);
    }

    /** The same at another time. */
    public Sighting at(Instant time) {
        return new Sighting(image, digest, time, os, created);
    }
}
