package dev.tagdrift.image;

import java.util.List;

/** What a registry holds under a digest: an index of images or one image. */
public sealed interface ResolvedImage {
    /** The digest and media type of the index or manifest itself. */
    Descriptor descriptor();

    /** The digest that a tag for this image names. */
    default Digest digest() {
        return descriptor().digest();
    }

    /**
     * One name for the images of several platforms.
     *
     * @param descriptor of the index
     * @param entries images in the order of the index, without attestations
     */
    record Index(Descriptor descriptor, List<Entry> entries) implements ResolvedImage {
        /** Leaves attestations out. */
        public Index {
            entries = entries.stream()
                    .filter(entry -> !entry.platform().isUnknown())
                    .toList();
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
     * One image.
     *
     * @param descriptor of the manifest
     * @param config the blob that tells its platform and when it was built
     */
    record Single(Descriptor descriptor, Descriptor config) implements ResolvedImage {}
}
