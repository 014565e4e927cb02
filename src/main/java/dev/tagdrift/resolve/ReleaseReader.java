package dev.tagdrift.resolve;

import dev.tagdrift.image.OsRelease;
import dev.tagdrift.image.PlatformImage;
import dev.tagdrift.image.Repository;
import java.util.Optional;

/** Tells which release of an operating system an image is made of. */
@FunctionalInterface
public interface ReleaseReader {
    /** Never tells. */
    ReleaseReader SILENT = (repository, image) -> Optional.empty();

    /** The release, if it can be learned. */
    Optional<OsRelease> release(Repository repository, PlatformImage image);
}
