package dev.tagdrift.report;

import dev.tagdrift.drift.Ignored;
import dev.tagdrift.explain.Cause;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.settings.Ignore;
import dev.tagdrift.source.ImageUse;
import dev.tagdrift.source.Location;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One thing that is told, with what formats for programs need beyond its words.
 *
 * @param topic what it is about
 * @param message in words
 * @param places where it is, the most telling one first
 * @param images that it concerns
 * @param subject what tells it from others of its id in the same file, wherever its line may be
 * @param ignored the rule by which it does not fail, if one holds
 * @param shift of the tag, if it left what is locked or pinned
 * @param parts what else could have been told one by one; empty for most
 */
record Entry(
        Topic topic,
        Message message,
        List<Location> places,
        List<ImageReference> images,
        String subject,
        Optional<Ignore> ignored,
        Optional<Shift> shift,
        List<Entry> parts) {
    private static final Pattern LINE = Pattern.compile("(?<path>.+):(?<line>[1-9][0-9]{0,8})", Pattern.DOTALL);

    /** What something that is told is about. */
    enum Topic {
        /** How images compare. */
        FINDING,
        /** An image name that cannot be read out of its file. */
        UNREAD,
        /** An image that could not be checked. */
        UNCHECKED,
        /** How tagdrift is called and configured. */
        SETUP
    }

    /** Copies the lists. */
    Entry {
        places = List.copyOf(places);
        images = List.copyOf(images);
        parts = List.copyOf(parts);
    }

    /** About no tag that moved. */
    Entry(
            Topic topic,
            Message message,
            List<Location> places,
            List<ImageReference> images,
            String subject,
            Optional<Ignore> ignored) {
        this(topic, message, places, images, subject, ignored, Optional.empty(), List.of());
    }

    /** Why the image is another now, if it is one and that is known. */
    Optional<Cause> cause() {
        return shift.flatMap(Shift::cause);
    }

    /** What changed in the image, if it is another now and somebody asked. */
    Optional<Told> told() {
        return shift.flatMap(Shift::told);
    }

    /** Whether this run is known to be the first that sees it. */
    boolean isNew() {
        return shift.map(Shift::isNew).orElse(false);
    }

    /** The changes of one weight, in words. */
    Set<String> changes(Cause weight) {
        return shift.map(known -> known.changes(weight)).orElse(Set.of());
    }

    /** The same at other places. */
    Entry at(List<Location> others) {
        return new Entry(topic, message, others, images, subject, ignored, shift, parts);
    }

    static Entry setup(Message message) {
        return new Entry(Topic.SETUP, message, place(message.where()), List.of(), "", Optional.empty());
    }

    /** Settings and lockfiles have names that no colon and number ends. */
    private static List<Location> place(String where) {
        Matcher line = LINE.matcher(where);
        if (line.matches()) {
            return List.of(new Location(line.group("path"), Integer.parseInt(line.group("line"))));
        }
        return where.isEmpty() ? List.of() : List.of(new Location(where, 1));
    }

    static List<Location> places(List<ImageUse> uses) {
        return uses.stream().map(ImageUse::location).distinct().sorted().toList();
    }

    static Optional<Ignore> holding(Optional<Ignored> ignored) {
        return ignored.filter(Ignored::holds).map(Ignored::rule);
    }
}
