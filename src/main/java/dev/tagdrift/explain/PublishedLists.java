package dev.tagdrift.explain;

import dev.tagdrift.image.Descriptor;
import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageReference.Digested;
import dev.tagdrift.image.MediaType;
import dev.tagdrift.image.Referrer;
import dev.tagdrift.image.Repository;
import dev.tagdrift.image.ResolvedImage;
import dev.tagdrift.image.ResolvedImage.Attestation;
import dev.tagdrift.image.ResolvedImage.Layer;
import dev.tagdrift.image.ResolvedImage.Single;
import dev.tagdrift.resolve.ManifestStore;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the bills of materials that were published with an image: those that its index holds, as BuildKit puts them
 * there; if it holds none, those that refer to the image, as tools attach them later.
 */
final class PublishedLists {
    /** Whose lists can be read; the end of the type is its version. */
    private static final Set<String> PREDICATES = Set.of("https://spdx.dev/Document", "https://cyclonedx.org/bom");

    private static final MediaType STATEMENT = new MediaType("application/vnd.in-toto+json");

    private static final Set<MediaType> LISTS =
            Set.of(new MediaType("application/spdx+json"), new MediaType("application/vnd.cyclonedx+json"));

    /** Far more than anybody attaches to one image. */
    private static final int MOST = 8;

    private final ManifestStore manifests;

    PublishedLists(ManifestStore manifests) {
        this.manifests = manifests;
    }

    /** Where they are. What refers to the image is asked for only where nothing is attested. */
    Stream<Descriptor> of(Repository repository, ResolvedImage whole, Digest image) {
        List<Descriptor> attested = attested(repository, whole, image);
        return attested.isEmpty() ? referring(repository, image) : attested.stream();
    }

    private List<Descriptor> attested(Repository repository, ResolvedImage whole, Digest image) {
        return whole.attestedOf(image)
                .limit(MOST)
                .flatMap(manifest -> layers(repository, manifest))
                .filter(layer -> isPredicate(layer.annotations()))
                .map(Layer::blob)
                .toList();
    }

    private Stream<Descriptor> referring(Repository repository, Digest image) {
        return manifests.referrers(repository, image).found().stream()
                .flatMap(List::stream)
                .filter(referrer -> LISTS.contains(referrer.type()) || maySay(referrer))
                .limit(MOST)
                .flatMap(referrer -> layers(repository, referrer.manifest().digest())
                        .filter(layer -> isList(layer, referrer))
                        .map(Layer::blob));
    }

    /** Some name the predicate where they refer, some only where they say it. */
    private static boolean maySay(Referrer referrer) {
        return referrer.type().equals(STATEMENT)
                && (isPredicate(referrer.annotations())
                        || Attestation.predicate(referrer.annotations()).isEmpty());
    }

    private static boolean isList(Layer layer, Referrer referrer) {
        MediaType type = layer.blob().mediaType();
        return LISTS.contains(type)
                || (type.equals(STATEMENT)
                        && (isPredicate(layer.annotations()) || isPredicate(referrer.annotations())));
    }

    private static boolean isPredicate(Map<String, String> annotations) {
        return PREDICATES.stream().anyMatch(Attestation.predicate(annotations)::startsWith);
    }

    private Stream<Layer> layers(Repository repository, Digest manifest) {
        return manifests.get(new Digested(repository, manifest)).found().stream()
                .filter(Single.class::isInstance)
                .flatMap(single -> ((Single) single).layers().stream());
    }
}
