package dev.tagdrift.explain;

import dev.tagdrift.explain.PackageReading.NotFetched;
import dev.tagdrift.image.PlatformImage;
import dev.tagdrift.image.Repository;
import dev.tagdrift.image.ResolvedImage;
import dev.tagdrift.resolve.BlobStore;
import dev.tagdrift.resolve.ManifestStore;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Finds out what is installed in an image: out of a bill of materials where it has one, which is smaller by far; else out
 * of the records of the package manager in its layers.
 */
public final class InstalledPackages implements PackageReader {
    /** What is read of an image is held in memory, and of that there is one, however many registries are asked. */
    private static final int AT_A_TIME = 2;

    private final Semaphore room = new Semaphore(AT_A_TIME);
    private final PublishedLists lists;
    private final BlobStore blobs;
    private final ImageFiles files;

    /**
     * Looks into images.
     *
     * @param manifests asked for what was published with images
     * @param blobs asked for it, and for layers
     * @param cache of what layers told before
     */
    public InstalledPackages(ManifestStore manifests, BlobStore blobs, LayerCache cache) {
        this(manifests, blobs, cache, LayerWatch.NONE);
    }

    /**
     * The same, for somebody who wants to know how far it is.
     *
     * @param manifests asked for what was published with images
     * @param blobs asked for it, and for layers
     * @param cache of what layers told before
     * @param watch told of the layers that are read
     */
    public InstalledPackages(ManifestStore manifests, BlobStore blobs, LayerCache cache, LayerWatch watch) {
        this.lists = new PublishedLists(manifests);
        this.blobs = blobs;
        this.files = new ImageFiles(new Layers(blobs, cache, LayerLimits.USUAL, watch));
    }

    @Override
    public PackageReading packages(Repository repository, ResolvedImage whole, PlatformImage image) {
        return inTurn(() -> published(repository, whole, image).orElseGet(() -> read(repository, image)));
    }

    @Override
    public PackageReading recorded(Repository repository, PlatformImage image) {
        return inTurn(() -> read(repository, image));
    }

    private PackageReading inTurn(Supplier<PackageReading> reading) {
        room.acquireUninterruptibly();
        try {
            return reading.get();
        } finally {
            room.release();
        }
    }

    private Optional<PackageReading> published(Repository repository, ResolvedImage whole, PlatformImage image) {
        return lists.of(repository, whole, image.manifest().digest())
                .flatMap(list ->
                        blobs
                                .read(
                                        repository,
                                        list,
                                        bytes -> SbomCodec.read(list.digest().abbreviated(), bytes))
                                .found()
                                .stream())
                .filter(PackageReading.Found.class::isInstance)
                .findFirst();
    }

    private PackageReading read(Repository repository, PlatformImage image) {
        return switch (files.read(repository, image.manifest(), PackageDatabases.wanted())) {
            case Reading.Read<SortedMap<String, byte[]>>(var found) -> PackageDatabases.read(found);
            case Reading.Failed<SortedMap<String, byte[]>>(Unreadable reason) -> new NotFetched(reason);
        };
    }
}
