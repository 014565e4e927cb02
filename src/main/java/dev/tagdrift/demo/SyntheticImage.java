package dev.tagdrift.demo;

import dev.tagdrift.image.Digest;
import dev.tagdrift.image.Platform;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All the bytes of an image as a registry keeps them.
 *
 * @param top the index or manifest that a tag names
 * @param manifests those below the index, by platform; of a single image it is {@code top} itself
 * @param parts everything below {@code top}, what is pointed at before what points at it
 */
public record SyntheticImage(Content top, Map<Platform, Content> manifests, List<Content> parts) {
    /** Copies the collections. */
    public SyntheticImage {
        manifests = Map.copyOf(manifests);
        parts = List.copyOf(parts);
    }

    /** One image, named by its manifest. */
    public static SyntheticImage single(ImageRecipe recipe) {
        Content config = ManifestCodec.config(recipe);
        Content manifest = ManifestCodec.manifest(recipe, config);
        List<Content> parts = new ArrayList<>();
        recipe.layers().forEach(layer -> parts.add(layer.blob()));
        parts.add(config);
        return new SyntheticImage(manifest, Map.of(recipe.platform(), manifest), parts);
    }

    /** An index of these images. */
    public static SyntheticImage index(Format format, List<ImageRecipe> recipes) {
        return index(format, recipes, false);
    }

    /** An index of these images, each followed by an attestation, as BuildKit writes it. */
    public static SyntheticImage attestedIndex(Format format, List<ImageRecipe> recipes) {
        return index(format, recipes, true);
    }

    /**
     * A document that refers to an image, as tools attach signatures and bills of materials.
     *
     * @param subject the manifest that it is about
     * @param document of the type that the artifact has, too
     * @param annotations of the artifact
     */
    public static SyntheticImage artifact(Content subject, Content document, Map<String, String> annotations) {
        Content manifest = ManifestCodec.artifact(subject, document, annotations);
        return new SyntheticImage(manifest, Map.of(), List.of(document, ManifestCodec.NOTHING));
    }

    private static SyntheticImage index(Format format, List<ImageRecipe> recipes, boolean attested) {
        Map<Platform, Content> manifests = new LinkedHashMap<>();
        List<Content> attestations = new ArrayList<>();
        List<Content> parts = new ArrayList<>();
        for (ImageRecipe recipe : recipes) {
            SyntheticImage image = single(recipe);
            manifests.put(recipe.platform(), image.top());
            addAll(parts, image);
            if (attested) {
                SyntheticImage attestation = single(ManifestCodec.attestationOf(image.top()));
                attestations.add(attestation.top());
                addAll(parts, attestation);
            }
        }
        return new SyntheticImage(ManifestCodec.index(format, manifests, attestations), manifests, parts);
    }

    private static void addAll(List<Content> parts, SyntheticImage image) {
        parts.addAll(image.parts());
        parts.add(image.top());
    }

    /** What a tag for this image names. */
    public Digest digest() {
        return top.digest();
    }

    /**
     * The digest of the manifest of one platform.
     *
     * @throws IllegalArgumentException if the image has none for it
     */
    public Digest digest(Platform platform) {
        Content manifest = manifests.get(platform);
        if (manifest == null) {
            throw new IllegalArgumentException("no image for " + platform);
        }
        return manifest.digest();
    }
}
