package dev.tagdrift.enforce;

import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.ImageReference.Digested;
import dev.tagdrift.image.ImageReference.Pinned;
import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.image.Platform;
import dev.tagdrift.lockfile.LockedImage;
import dev.tagdrift.lockfile.Lockfile;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a build should begin with. */
public sealed interface BaseImage {
    /**
     * One image, held to a digest by the lockfile or by the file itself.
     *
     * @param reference as the file means it
     * @param digest that the build should take
     * @param platforms the manifests of platforms under that digest, as far as they are locked
     */
    record Known(ImageReference reference, Digest digest, SortedMap<Platform, Digest> platforms) implements BaseImage {
        /** Whether this is its digest, or that of the image that it has for a platform. */
        public boolean names(Digest other) {
            return digest.equals(other) || platforms.containsValue(other);
        }

        /** The digest that leads to the image of this platform with the least asking. */
        Digest nearest(Platform platform) {
            List<Digest> locked = platform.choose(platforms.entrySet(), Map.Entry::getKey).stream()
                    .map(Map.Entry::getValue)
                    .toList();
            return locked.size() == 1 ? locked.getFirst() : digest;
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
