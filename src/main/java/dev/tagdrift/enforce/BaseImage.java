package dev.tagdrift.enforce;

import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.ImageReference.Digested;
import dev.tagdrift.image.ImageReference.Pinned;
import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.image.Platform;
import dev.tagdrift.lockfile.LockedImage;
import dev.tagdrift.lockfile.Lockfile;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a build should begin with. */
public sealed interface BaseImage {
    /**
     * One image, held to a digest by the lockfile or by the file itself.
     *
     * @param reference as the file means it
     * @param digest that the build should take
     * @param platforms the manifests of platforms under that digest, as far as they are locked or were looked up
     */
    record Known(ImageReference reference, Digest digest, SortedMap<Platform, Digest> platforms) implements BaseImage {
        /** Whether this is its digest, or that of the image that it has for a platform. */
        public boolean names(Digest other) {
            return digest.equals(other) || platforms.containsValue(other);
        }

        /** Whether one of these is its digest for the platform; empty if that is not known. */
        public Optional<Boolean> isAmong(Collection<Digest> told, Platform platform) {
            boolean named = told.stream().anyMatch(this::names);
            return Optional.of(named).filter(same -> same || platforms.containsKey(platform));
        }

        /** The same, and what its image for the platform is known to be. */
        Known with(Platform platform, Digest manifest) {
            SortedMap<Platform, Digest> known = new TreeMap<>(platforms);
            known.put(platform, manifest);
            return new Known(reference, digest, known);
        }

        /**
         * The digest that leads to the image of this platform with the least asking. An older variant that is locked is
         * none: the image may have the very one, which a build takes first.
         */
        Digest nearest(Platform platform) {
            return platforms.getOrDefault(platform, digest);
        }
    }

    /**
     * A tag that the lockfile does not know.
     *
     * @param name the tag
     */
    record NotLocked(Tagged name) implements BaseImage {}

    /** Nothing at all: {@code scratch}. */
    record Nothing() implements BaseImage {}

    /** What cannot be read out of the file. */
    record Unread() implements BaseImage {}

    /** What a reference is held to. A pin holds whatever the lockfile says, since a build takes it. */
    static BaseImage of(ImageReference reference, Lockfile lockfile) {
        return switch (reference) {
            case Tagged name ->
                lockfile.get(name)
                        .<BaseImage>map(locked -> new Known(name, locked.digest(), locked.platforms()))
                        .orElse(new NotLocked(name));
            case Pinned pinned ->
                new Known(
                        pinned,
                        pinned.digest(),
                        lockfile.get(pinned.name())
                                .filter(locked -> locked.digest().equals(pinned.digest()))
                                .map(LockedImage::platforms)
                                .orElse(new TreeMap<>()));
            case Digested digested -> new Known(digested, digested.digest(), new TreeMap<>());
        };
    }
}
