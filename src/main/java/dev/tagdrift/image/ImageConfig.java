package dev.tagdrift.image;

import java.time.Instant;
import java.util.Optional;

/**
 * What the configuration of one image says about it.
 *
 * @param platform what it runs on
 * @param created when it was built, if it says so truthfully: reproducible builds write the beginning of time
 * @see <a href="https://github.com/opencontainers/image-spec/blob/main/config.md">OCI image configuration</a>
 */
public record ImageConfig(Platform platform, Optional<Instant> created) {
    private static final Instant BELIEVABLE = Instant.parse("1980-01-01T00:00:00Z");

    /** Drops a time that no image was built at. */
    public ImageConfig {
        created = created.filter(time -> !time.isBefore(BELIEVABLE));
    }
}
