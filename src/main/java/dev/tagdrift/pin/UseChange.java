package dev.tagdrift.pin;

import dev.tagdrift.image.ImageReference;

/** What became of a place that names an image. */
public sealed interface UseChange {
    /** Where. */
    Place place();

    /**
     * It means another reference.
     *
     * @param place as it was written
     * @param after what it means now
     */
    record Rewritten(Place place, ImageReference after) implements UseChange {}

    /**
     * It is as it should be.
     *
     * @param place as it is written
     */
    record Kept(Place place) implements UseChange {}

    /**
     * The lockfile does not know what it should be.
     *
     * @param place as it is written
     */
    record Unknown(Place place) implements UseChange {}

    /**
     * It stays as it is, since nobody could tell what its tag names.
     *
     * @param place as it is written
     */
    record Unresolved(Place place) implements UseChange {}

    /**
     * It cannot be what it should be.
     *
     * @param place as it is written
     * @param reason why
     */
    record Unchanged(Place place, Left reason) implements UseChange {}
}
