package dev.tagdrift.explain;

import dev.tagdrift.explain.PackageReading.NotFetched;
import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageReference.Digested;
import dev.tagdrift.image.PlatformImage;
import dev.tagdrift.image.Repository;
import dev.tagdrift.image.ResolvedImage;
import dev.tagdrift.image.ResolvedImage.Attestation;
import dev.tagdrift.image.ResolvedImage.Index;
import dev.tagdrift.image.ResolvedImage.Layer;
import dev.tagdrift.image.ResolvedImage.Single;
import dev.tagdrift.resolve.BlobStore;
import dev.tagdrift.resolve.ManifestStore;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * Finds out what is installed in an image: out of its own bill of materials where it has one, which is smaller by far;
 * else out of the records of the package manager in its layers.
 */
public final class InstalledPackages implements PackageReader {
    private static final String PREDICATE = "in-toto.io/predicate-type";

    /** Whose lists can be read; the end of the type is its version. */
    private static final Set<String> LISTS = Set.of("https://spdx.dev/Document", "https://cyclonedx.org/bom");

    private final ManifestStore manifests;
    private final BlobStore blobs;
    private final ImageFiles files;

    /**
     * Looks into images.
     *
     * @param manifests asked for attestations
     * @param blobs asked for what is attested, and for layers
     * @param cache of what layers told before
     */
    public InstalledPackages(ManifestStore manifests, BlobStore blobs, LayerCache cache) {
        this.manifests = manifests;
        this.blobs = blobs;
        this.files = new ImageFiles(blobs, cache);
    }

    @Override
    public PackageReading packages(Repository repository, ResolvedImage whole, PlatformImage image) {
        return attested(repository, whole, image.manifest().digest())
                .filter(reading -> reading instanceof PackageReading.Found)
                .orElseGet(() -> installed(repository, image.manifest()));
    }

    private Optional<PackageReading> attested(Repository repository, ResolvedImage whole, Digest image) {
        return lists(repository, whole, image)
                .flatMap(list -> blobs
                        .read(
                                repository,
                                list.blob(),
                                bytes -> SbomCodec.read(list.blob().digest().abbreviated(), bytes))
                        .found()
                        .stream())
                .findFirst();
    }

    private Stream<Layer> lists(Repository repository, ResolvedImage whole, Digest image) {
        return switch (whole) {
            case Single single -> Stream.empty();
            case Index index ->
                index.attestations().stream()
                        .filter(attestation -> attestation.image().equals(image))
                        .flatMap(attestation -> statements(repository, attestation))
                        .filter(layer -> LISTS.stream()
                                .anyMatch(type -> layer.annotations()
                                        .getOrDefault(PREDICATE, "")
                                        .startsWith(type)));
        };
    }

    private Stream<Layer> statements(Repository repository, Attestation attestation) {
        return manifests
                .get(new Digested(repository, attestation.manifest().digest()))
                .found()
                .filter(Single.class::isInstance)
                .map(Single.class::cast)
                .stream()
                .flatMap(manifest -> manifest.layers().stream());
    }

    private PackageReading installed(Repository repository, Single image) {
        return switch (files.read(repository, image, PackageDatabases.wanted())) {
            case Reading.Read<SortedMap<String, byte[]>>(var found) -> PackageDatabases.read(found);
            case Reading.Failed<SortedMap<String, byte[]>>(Unreadable reason) -> new NotFetched(reason);
        };
    }
}
