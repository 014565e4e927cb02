package dev.tagdrift.testing;

import dev.tagdrift.demo.Format;
import dev.tagdrift.demo.ImageRecipe;
import dev.tagdrift.demo.RootTar;
import dev.tagdrift.demo.SyntheticImage;
import dev.tagdrift.image.Platform;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Images by name: the same salt gives the same bytes and so the same digests, another salt gives others.
 *
 * <p>For what is not here, take a {@link #recipe} and {@link SyntheticImage} itself.
 */
public final class Images {
    /** When all images say they were built. */
    public static final Instant CREATED = Instant.parse("2025-08-05T21:43:51Z");

    private Images() {}

    /** An OCI index of linux/amd64 and linux/arm64. */
    public static SyntheticImage index(String salt) {
        return index(salt, "linux/amd64", "linux/arm64");
    }

    /** An OCI index of these platforms. */
    public static SyntheticImage index(String salt, String... platforms) {
        return SyntheticImage.index(Format.OCI, recipes(salt, platforms));
    }

    /** An OCI index in which each platform has a salt of its own, so that one can change alone. */
    public static SyntheticImage index(Map<String, String> saltByPlatform) {
        List<ImageRecipe> recipes = saltByPlatform.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> recipe(entry.getValue(), entry.getKey()))
                .toList();
        return SyntheticImage.index(Format.OCI, recipes);
    }

    /** An OCI index of these platforms, each with an attestation. */
    public static SyntheticImage attestedIndex(String salt, String... platforms) {
        return SyntheticImage.attestedIndex(Format.OCI, recipes(salt, platforms));
    }

    /** A Docker manifest list of these platforms. */
    public static SyntheticImage dockerIndex(String salt, String... platforms) {
        return SyntheticImage.index(
                Format.DOCKER,
                recipes(salt, platforms).stream()
                        .map(recipe -> recipe.in(Format.DOCKER))
                        .toList());
    }

    /** One OCI image for linux/amd64, without an index. */
    public static SyntheticImage single(String salt) {
        return single(salt, "linux/amd64");
    }

    /** One OCI image without an index. */
    public static SyntheticImage single(String salt, String platform) {
        return SyntheticImage.single(recipe(salt, platform));
    }

    /** One image in Docker's format, without an index. */
    public static SyntheticImage dockerSingle(String salt, String platform) {
        return SyntheticImage.single(recipe(salt, platform).in(Format.DOCKER));
    }

    /**
     * What {@link #single} is made of: one layer that holds the salt, built at {@link #CREATED} by the builder of Debian,
     * which tells the release, so that nobody needs to look into the layer.
     */
    public static ImageRecipe recipe(String salt, String platform) {
        return recipe(salt, platform, "bookworm");
    }

    /** The same on another release of Debian. */
    public static ImageRecipe recipe(String salt, String platform, String suite) {
        return ImageRecipe.of(Platform.parse(platform).orElseThrow())
                .builtAt(CREATED)
                .withLayer(layer(salt), "# debian.sh --arch 'amd64' out/ '" + suite + "' '@1754430231'");
    }

    /** An OCI index of linux/amd64 and linux/arm64 on a release of Debian. */
    public static SyntheticImage indexOn(String suite, String salt) {
        return SyntheticImage.index(
                Format.OCI,
                Stream.of("linux/amd64", "linux/arm64")
                        .map(platform -> recipe(salt, platform, suite))
                        .toList());
    }

    /** The layer that an image with this salt has, as a tar file. */
    public static byte[] layer(String salt) {
        return new RootTar().file("salt", salt).bytes();
    }

    private static List<ImageRecipe> recipes(String salt, String... platforms) {
        return Arrays.stream(platforms).map(platform -> recipe(salt, platform)).toList();
    }
}
