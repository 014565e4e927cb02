package dev.tagdrift.cli;

import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.InvalidReferenceException;
import dev.tagdrift.report.UsageWording;
import java.util.regex.Pattern;

/**
 * A built image as the command line names it.
 *
 * @param name without the prefix
 * @param reference that the name is; an id of the engine looks like one too
 * @param place to look for it
 */
record ImageArgument(String name, ImageReference reference, Place place) {
    /** {@code registry:2} is one of the best known images; what has a folder or a tag of its own stands in a registry. */
    private static final Pattern OFFICIAL = Pattern.compile("registry:[^/:@]+(@.*)?");

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
        Place place = place(text);
        String name = text.substring(place.prefix.length());
        try {
            return new ImageArgument(name, ImageReference.parse(name), place);
        } catch (InvalidReferenceException e) {
            throw new Stop(UsageWording.badImage(e));
        }
    }

    private static Place place(String text) {
        if (text.startsWith(Place.DAEMON.prefix)) {
            return Place.DAEMON;
        }
        return text.startsWith(Place.REGISTRY.prefix) && !OFFICIAL.matcher(text).matches()
                ? Place.REGISTRY
                : Place.ANYWHERE;
    }
}
