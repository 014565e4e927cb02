package dev.tagdrift.image;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the configuration of one image says about it.
 *
 * @param platform what it runs on
 * @param created when it was built, if it says so truthfully: reproducible builds write the beginning of time
 * @param run how its containers are run
 * @param diffIds digests of its layers as uncompressed tar files, the lowest first
 * @param history the steps that are told to have made it, the first one first
 * @see <a href="https://github.com/opencontainers/image-spec/blob/main/config.md">OCI image configuration</a>
 */
public record ImageConfig(
        Platform platform, Optional<Instant> created, RunConfig run, List<Digest> diffIds, List<Step> history) {
    private static final Instant BELIEVABLE = Instant.parse("1980-01-01T00:00:00Z");
    private static final Instant BEYOND_BELIEF = Instant.parse("+10000-01-01T00:00:00Z");

    /** Drops a time that no image was built at, and copies the lists. */
    public ImageConfig {
        created = created.filter(time -> !time.isBefore(BELIEVABLE) && time.isBefore(BEYOND_BELIEF));
        diffIds = List.copyOf(diffIds);
        history = List.copyOf(history);
    }

    /** Says no more than this. */
    public ImageConfig(Platform platform, Optional<Instant> created) {
        this(platform, created, RunConfig.NONE, List.of(), List.of());
    }

    /**
     * One step of a build.
     *
     * @param command that is told to have been run
     * @param layered whether it left a layer
     */
    public record Step(String command, boolean layered) {}
}
