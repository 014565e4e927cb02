package dev.tagdrift.cli;

import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.InvalidReferenceException;
import dev.tagdrift.report.UsageWording;

/**
 * A built image as the command line names it.
 *
 * @param name without the prefix
 * @param reference that the name is; an id of the engine looks like one too
 * @param place to look for it
 */
record ImageArgument(String name, ImageReference reference, Place place) {
    /** Where to look for an image. */
    enum Place {
        ANYWHERE(""),
        DAEMON("daemon:"),
        REGISTRY("registry:");

        private final String prefix;

        Place(String prefix) {
            this.prefix = prefix;
        }
    }

    /** Reads {@code [daemon:|registry:]IMAGE}. */
    static ImageArgument parse(String text) throws Stop {
        Place place = text.startsWith(Place.DAEMON.prefix)
                ? Place.DAEMON
                : text.startsWith(Place.REGISTRY.prefix) ? Place.REGISTRY : Place.ANYWHERE;
        String name = text.substring(place.prefix.length());
        try {
            return new ImageArgument(name, ImageReference.parse(name), place);
        } catch (InvalidReferenceException e) {
            throw new Stop(UsageWording.badImage(e));
        }
    }
}
