package dev.tagdrift.explain;

import dev.tagdrift.image.PlatformImage;
import dev.tagdrift.image.Repository;
import dev.tagdrift.image.ResolvedImage;

/** Tells what is installed in the image of one platform. */
public interface PackageReader {
    /**
     * By the list that was published with the image, if there is one; else by its records.
     *
     * @param repository where it lives
     * @param whole what its reference names, with what is attested about it
     * @param image the image itself
     */
    PackageReading packages(Repository repository, ResolvedImage whole, PlatformImage image);

    /**
     * By the records that its package managers keep in it, whatever was published.
     *
     * @param repository where it lives
     * @param image the image itself
     */
    PackageReading recorded(Repository repository, PlatformImage image);
}
