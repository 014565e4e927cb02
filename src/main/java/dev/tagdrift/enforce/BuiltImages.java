package dev.tagdrift.enforce;

import dev.tagdrift.enforce.Provenance.Listed;
import dev.tagdrift.enforce.Provenance.None;
import dev.tagdrift.enforce.Provenance.NotFetched;
import dev.tagdrift.enforce.Provenance.NotReadable;
import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageConfig;
import dev.tagdrift.image.ImageReference.Digested;
import dev.tagdrift.image.Repository;
import dev.tagdrift.image.ResolvedImage;
import dev.tagdrift.image.ResolvedImage.Attestation;
import dev.tagdrift.image.ResolvedImage.Index;
import dev.tagdrift.image.ResolvedImage.Layer;
import dev.tagdrift.image.ResolvedImage.Single;
import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.Answer.Found;
import dev.tagdrift.resolve.BlobStore;
import dev.tagdrift.resolve.ManifestStore;
import dev.tagdrift.resolve.ResolutionFailure;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a built image out of a registry, with what is told about its base there. */
public final class BuiltImages {
    private static final String PROVENANCE = "https://slsa.dev/provenance/";

    /** A builder writes one statement of each kind; nobody is asked for all that an index could list. */
    private static final int MOST = 4;

    private final ManifestStore manifests;
    private final BlobStore blobs;

    /**
     * Reads from these.
     *
     * @param manifests asked for attestations
     * @param blobs asked for configurations, and for what is attested
     */
    public BuiltImages(ManifestStore manifests, BlobStore blobs) {
        this.manifests = manifests;
        this.blobs = blobs;
    }

    /**
     * The image of one platform.
     *
     * @param repository where it lives
     * @param whole what its reference names, with what is attested about it
     * @param image the image itself
     */
    public Answer<BuiltImage> read(Repository repository, ResolvedImage whole, Single image) {
        return blobs.config(repository, image.config())
                .then(config -> new Found<>(BuiltImage.of(config, evidence(repository, whole, image, config))));
    }

    private Evidence evidence(Repository repository, ResolvedImage whole, Single image, ImageConfig config) {
        Optional<Claim> ofIndex = whole instanceof Index index ? Claim.of(index.annotations()) : Optional.empty();
        return new Evidence(
                Claim.of(config.run().labels()),
                Claim.of(image.annotations()).or(() -> ofIndex),
                provenance(repository, whole, image.digest()));
    }

    /** Of several statements the first that can be read. */
    private Provenance provenance(Repository repository, ResolvedImage whole, Digest image) {
        List<Provenance> all = whole.attestedOf(image)
                .limit(MOST)
                .flatMap(manifest -> provenances(repository, manifest))
                .toList();
        return all.stream()
                .filter(Listed.class::isInstance)
                .findFirst()
                .or(() -> all.stream().findFirst())
                .orElse(new None());
    }

    private Stream<Provenance> provenances(Repository repository, Digest manifest) {
        return switch (manifests.get(new Digested(repository, manifest))) {
            case Found<ResolvedImage>(Single statements) ->
                statements.layers().stream()
                        .filter(BuiltImages::isProvenance)
                        .limit(MOST)
                        .map(layer -> statement(repository, layer));
            case Found<ResolvedImage>(Index index) -> Stream.of(new NotReadable());
            case Answer.Failed<ResolvedImage>(ResolutionFailure reason) -> Stream.of(new NotFetched(reason));
        };
    }

    private static boolean isProvenance(Layer layer) {
        return Attestation.predicate(layer.annotations()).startsWith(PROVENANCE);
    }

    private Provenance statement(Repository repository, Layer layer) {
        return switch (blobs.read(repository, layer.blob(), ProvenanceCodec::read)) {
            case Found<Provenance>(Provenance read) -> read;
            case Answer.Failed<Provenance>(ResolutionFailure reason) -> new NotFetched(reason);
        };
    }
}
