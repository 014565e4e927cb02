package dev.tagdrift.explain;

import dev.tagdrift.image.PlatformImage;
import dev.tagdrift.image.Repository;
import dev.tagdrift.image.ResolvedImage;

/** Tells what is installed in an image. */
@FunctionalInterface
public interface PackageReader {
    /**
     * The packages of the image of one platform.
     *
     * @param repository where it lives
     * @param whole what its reference names, with what is attested about it
     * @param image the image itself
     */
    PackageReading packages(Repository repository, ResolvedImage whole, PlatformImage image);
}
