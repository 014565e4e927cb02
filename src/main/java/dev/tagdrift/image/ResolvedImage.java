package dev.tagdrift.image;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a registry holds under a digest: an index of images or one image. */
public sealed interface ResolvedImage {
    /** The digest and media type of the index or manifest itself. */
    Descriptor descriptor();

    /** The digest that a tag for this image names. */
    default Digest digest() {
        return descriptor().digest();
    }

    /** The manifests of what is attested about one of its images; beside an image alone there are none. */
    default Stream<Digest> attestedOf(Digest image) {
        return switch (this) {
            case Single single -> Stream.empty();
            case Index index ->
                index.attestations().stream()
                        .filter(attestation -> attestation.image().equals(image))
                        .map(attestation -> attestation.manifest().digest());
        };
    }

    /**
     * One name for the images of several platforms.
     *
     * @param descriptor of the index
     * @param entries images in the order of the index, without attestations
     * @param attestations manifests of what is attested about its images
     * @param annotations that it gives itself
     */
    record Index(
            Descriptor descriptor,
            List<Entry> entries,
            List<Attestation> attestations,
            SortedMap<String, String> annotations)
            implements ResolvedImage {
        /** Leaves attestations out of the images. */
        public Index {
            entries = entries.stream()
                    .filter(entry -> !entry.platform().isUnknown())
                    .toList();
            attestations = List.copyOf(attestations);
            annotations = Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
        }

        /** Without annotations. */
        public Index(Descriptor descriptor, List<Entry> entries, List<Attestation> attestations) {
            this(descriptor, entries, attestations, new TreeMap<>());
        }

        /** Nothing attested either. */
        public Index(Descriptor descriptor, List<Entry> entries) {
            this(descriptor, entries, List.of());
        }

        /** The images that serve a build for this platform; several only where versions of the OS differ. */
        public List<Entry> forPlatform(Platform platform) {
            return platform.choose(entries, Entry::platform);
        }
    }

    /**
     * The image of one platform in an index.
     *
     * @param platform what it runs on
     * @param manifest its manifest
     */
    record Entry(Platform platform, Descriptor manifest) {}

    /**
     * What was attested about an image while it was built, as BuildKit puts it beside the image.
     *
     * @param manifest whose layers are the statements
     * @param image the manifest that they are about
     * @see <a href="https://docs.docker.com/build/metadata/attestations/attestation-storage/">BuildKit, Image attestation
     *     storage</a>
     */
    record Attestation(Descriptor manifest, Digest image) {
        private static final String PREDICATE = "in-toto.io/predicate-type";

        /** What kind of statement annotations announce; empty if they do not say. */
        public static String predicate(Map<String, String> annotations) {
            return annotations.getOrDefault(PREDICATE, "");
        }
    }

    /**
     * One image.
     *
     * @param descriptor of the manifest
     * @param config the blob that tells its platform and when it was built
     * @param layers the lowest first
     * @param annotations that the manifest gives itself
     */
    record Single(Descriptor descriptor, Descriptor config, List<Layer> layers, SortedMap<String, String> annotations)
            implements ResolvedImage {
        /** Copies the collections. */
        public Single {
            layers = List.copyOf(layers);
            annotations = Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
        }

        /** Without annotations. */
        public Single(Descriptor descriptor, Descriptor config, List<Layer> layers) {
            this(descriptor, config, layers, new TreeMap<>());
        }
    }

    /**
     * A blob that adds files to an image, or takes some away.
     *
     * @param blob a tar file, compressed as its media type says
     * @param size of the blob in bytes, as the manifest tells it; 0 if it does not
     * @param annotations that the manifest gives it
     * @see <a href="https://github.com/opencontainers/image-spec/blob/main/layer.md">OCI image layer</a>
     */
    record Layer(Descriptor blob, long size, SortedMap<String, String> annotations) {
        /** Copies the map. */
        public Layer {
            annotations = Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
        }
    }
}
