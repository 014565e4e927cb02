package dev.tagdrift.testing;

import dev.tagdrift.image.Descriptor;
import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageConfig;
import dev.tagdrift.image.MediaType;
import dev.tagdrift.image.Platform;
import dev.tagdrift.image.PlatformImage;
import dev.tagdrift.image.ResolvedImage;
import dev.tagdrift.image.ResolvedImage.Entry;
import dev.tagdrift.image.ResolvedImage.Index;
import dev.tagdrift.image.ResolvedImage.Single;
import dev.tagdrift.resolve.Answer.Found;
import dev.tagdrift.resolve.Snapshot;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a registry holds, as values and without bytes: the same salt gives the same digests, another salt gives others. */
public final class Resolved {
    /** When all images say they were built. */
    public static final Instant CREATED = Instant.parse("2025-08-05T21:43:51Z");

    private Resolved() {}

    /** A digest of its own for each salt. */
    public static Digest digest(String salt) {
        return Digest.of(salt.getBytes(StandardCharsets.UTF_8));
    }

    /** A platform, from its text. */
    public static Platform platform(String text) {
        return Platform.parse(text).orElseThrow();
    }

    /** The index of linux/amd64 and linux/arm64. */
    public static Index index(String salt) {
        return index(salt, "linux/amd64", "linux/arm64");
    }

    /** The index of these platforms. */
    public static Index index(String salt, String... platforms) {
        return index(
                salt, Arrays.stream(platforms).map(text -> entry(text, salt)).toArray(Entry[]::new));
    }

    /** The index of these entries. */
    public static Index index(String salt, Entry... entries) {
        return new Index(new Descriptor(digest("index " + salt), MediaType.OCI_INDEX), List.of(entries));
    }

    /** The image of a platform. */
    public static Entry entry(String platform, String salt) {
        return entry(platform(platform), salt);
    }

    /** The image of a platform. */
    public static Entry entry(Platform platform, String salt) {
        return new Entry(platform, new Descriptor(digest(salt + " for " + platform), MediaType.OCI_MANIFEST));
    }

    /** An image without an index. */
    public static Single single(String salt) {
        return single(new Descriptor(digest("single " + salt), MediaType.OCI_MANIFEST));
    }

    /** An image without an index. */
    public static Single single(Descriptor manifest) {
        return new Single(
                manifest,
                new Descriptor(
                        digest("config of " + manifest.digest()),
                        new MediaType("application/vnd.oci.image.config.v1+json")),
                List.of());
    }

    /** What the image of a platform says about itself. */
    public static ImageConfig config(String platform) {
        return new ImageConfig(platform(platform), Optional.of(CREATED));
    }

    /** An index as it is read, the image of this platform standing for all. */
    public static Snapshot snapshot(Index index, String platform) {
        Single manifest = index.forPlatform(platform(platform)).stream()
                .findFirst()
                .map(entry -> single(entry.manifest()))
                .orElseThrow();
        return new Snapshot(
                index, new Found<>(new PlatformImage(manifest, config(platform))), List.of(Optional.empty()));
    }

    /** An image as it is read, of which something says this about itself. */
    public static Snapshot snapshot(ResolvedImage image, ImageConfig config) {
        return new Snapshot(image, new Found<>(new PlatformImage(single("main"), config)), List.of(Optional.empty()));
    }
}
