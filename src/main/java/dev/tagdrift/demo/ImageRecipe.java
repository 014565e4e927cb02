package dev.tagdrift.demo;

import dev.tagdrift.image.Digest;
import dev.tagdrift.image.MediaType;
import dev.tagdrift.image.Platform;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an image of one platform is to be made of.
 *
 * @param format whose media types it is written with
 * @param platform what it says it runs on
 * @param created when it says it was built
 * @param environment variables as {@code NAME=value}
 * @param layers the lowest first
 */
public record ImageRecipe(
        Format format, Platform platform, Optional<Instant> created, List<String> environment, List<Layer> layers) {
    private static final MediaType BLOB = new MediaType("application/octet-stream");

    /** Copies the collections. */
    public ImageRecipe {
        environment = List.copyOf(environment);
        layers = List.copyOf(layers);
    }

    /** An image with nothing in it, in the OCI's format. */
    public static ImageRecipe of(Platform platform) {
        return new ImageRecipe(Format.OCI, platform, Optional.empty(), List.of(), List.of());
    }

    /** The same in this format. */
    public ImageRecipe in(Format other) {
        return new ImageRecipe(other, platform, created, environment, layers);
    }

    /** The same, built at this time. */
    public ImageRecipe builtAt(Instant time) {
        return new ImageRecipe(format, platform, Optional.of(time), environment, layers);
    }

    /** The same with one more variable. */
    public ImageRecipe withVariable(String name, String value) {
        return new ImageRecipe(format, platform, created, and(environment, name + "=" + value), layers);
    }

    /** The same with one more layer on top. */
    public ImageRecipe withLayer(byte[] tar, String createdBy) {
        return withLayer(tar, Packing.NONE, createdBy);
    }

    /** The same with one more layer on top, packed. */
    public ImageRecipe withLayer(byte[] tar, Packing packing, String createdBy) {
        Content blob = Content.of(BLOB, packing.pack().apply(tar));
        return new ImageRecipe(
                format,
                platform,
                created,
                environment,
                and(layers, new Layer(blob, packing, Digest.of(tar), createdBy)));
    }

    private static <T> List<T> and(List<T> list, T more) {
        List<T> longer = new ArrayList<>(list);
        longer.add(more);
        return longer;
    }

    /**
     * One step of the build.
     *
     * @param blob what it added, as registries keep it
     * @param packing of the blob
     * @param diffId the digest of the tar file itself
     * @param createdBy the command that is told to have made it
     */
    public record Layer(Content blob, Packing packing, Digest diffId, String createdBy) {}
}
