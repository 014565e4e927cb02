package dev.tagdrift.testing;

import dev.tagdrift.image.Digest;
import dev.tagdrift.image.Platform;
import dev.tagdrift.image.ResolvedImage;
import dev.tagdrift.image.ResolvedImage.Index;
import dev.tagdrift.image.ResolvedImage.Single;
import dev.tagdrift.lockfile.LockedImage;
import dev.tagdrift.lockfile.Lockfile;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Lockfiles of images as a registry holds them. */
public final class Locked {
    /** The release that every locked image has. */
    public static final String OS = "debian 12 (bookworm)";

    private Locked() {}

    /** The entry of an image, with everything that can be known of it. */
    public static LockedImage of(ResolvedImage image) {
        return new LockedImage(
                image.digest(),
                image.descriptor().mediaType(),
                Optional.of(OS),
                Optional.of(Resolved.CREATED),
                switch (image) {
                    case Index index -> platforms(index);
                    case Single single -> new TreeMap<>();
                });
    }

    /** The lockfile of this image alone. */
    public static Lockfile file(String name, ResolvedImage image) {
        return file(name, of(image));
    }

    /** The lockfile of this entry alone. */
    public static Lockfile file(String name, LockedImage image) {
        return and(Lockfile.EMPTY, name, image);
    }

    /** The lockfile with one entry more. */
    public static Lockfile and(Lockfile lockfile, String name, LockedImage image) {
        var images = new TreeMap<>(lockfile.images());
        images.put(Uses.tag(name), image);
        return new Lockfile(images);
    }

    private static SortedMap<Platform, Digest> platforms(Index index) {
        SortedMap<Platform, Digest> platforms = new TreeMap<>();
        index.entries()
                .forEach(entry ->
                        platforms.putIfAbsent(entry.platform(), entry.manifest().digest()));
        return platforms;
    }
}
