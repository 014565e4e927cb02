package dev.tagdrift.lockfile;

import dev.tagdrift.image.ImageReference.Tagged;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What each tag named when somebody last said so on purpose.
 *
 * @param images by canonical name
 */
public record Lockfile(SortedMap<Tagged, LockedImage> images) {
    /** The version of the format that is written. */
    public static final int VERSION = 1;

    /** A lockfile without images. */
    public static final Lockfile EMPTY = new Lockfile(new TreeMap<>());

    /** Copies the map. */
    public Lockfile {
        images = Collections.unmodifiableSortedMap(new TreeMap<>(images));
    }

    /** A lockfile of these images, in whatever order they come. */
    public static Lockfile of(Map<Tagged, LockedImage> images) {
        return new Lockfile(new TreeMap<>(images));
    }

    /** What is locked under the name. */
    public Optional<LockedImage> get(Tagged name) {
        return Optional.ofNullable(images.get(name));
    }
}
