package dev.tagdrift.report;

import dev.tagdrift.source.Location;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What stands on a page, ready to be written.
 *
 * @param verdict what a person would say
 * @param consequence what that means for the run; may be empty
 * @param summary the count
 * @param date of the run; empty if the run does not tell
 * @param groups of what has one cause, the heaviest first
 * @param filters what a reader may want to see alone
 * @param axis the time of all charts, if there are any
 */
record Page(
        String verdict,
        String consequence,
        String summary,
        String date,
        List<Group> groups,
        List<String> filters,
        Optional<TimeAxis> axis) {
    /** Copies the lists. */
    Page {
        groups = List.copyOf(groups);
        filters = List.copyOf(filters);
    }

    /** Whether anything on it is drift, or fails in another way. */
    String tone() {
        Set<Kind> failing = EnumSet.noneOf(Kind.class);
        for (Kind kind : Kind.values()) {
            if (kind.fails() && filters.contains(kind.toString())) {
                failing.add(kind);
            }
        }
        return failing.isEmpty() ? "calm" : failing.contains(Kind.DRIFT) ? "drift" : "trouble";
    }

    /**
     * Items of one cause.
     *
     * @param anchor by which a link finds it
     * @param title of it, that may hold words in backticks
     * @param facts about all of them
     * @param hints what can be done about all of them
     * @param items the heaviest first
     */
    record Group(String anchor, String title, List<Message.Fact> facts, List<String> hints, List<Item> items) {
        /** Whether its title says how many there are. */
        boolean isCounted() {
            return !hints.isEmpty();
        }

        /** The title, beside the number of the items. */
        String numbered() {
            String number = items.size() + " ";
            return title.startsWith(number) ? title.substring(number.length()) : title;
        }

        /** Copies the lists. */
        Group {
            facts = List.copyOf(facts);
            hints = List.copyOf(hints);
            items = List.copyOf(items);
        }
    }

    /**
     * Something that is told of one image, or of several that share it.
     *
     * @param anchor that no other has
     * @param kind how much it weighs, or that it is as locked
     * @param id the name under which the documentation explains it; empty for what is as locked
     * @param names of the images, or of the place
     * @param sentence what is so; empty for what is as locked
     * @param facts about it
     * @param hints the next step
     * @param told what changed in the image, if that was asked for
     * @param places where the files name it
     * @param more places than are shown
     * @param chart of what the tag named over time, if that is known
     */
    record Item(
            String anchor,
            String kind,
            String id,
            List<String> names,
            String sentence,
            List<Message.Fact> facts,
            List<String> hints,
            Optional<Told> told,
            List<Location> places,
            int more,
            Optional<Chart> chart) {
        static final String AS_LOCKED = "as locked";

        /** Copies the lists. */
        Item {
            names = List.copyOf(names);
            facts = List.copyOf(facts);
            hints = List.copyOf(hints);
            places = List.copyOf(places);
        }

        /** The kind as a name for programs. */
        String mark() {
            return kind.replace(' ', '-');
        }

        /** By which the newest is found. */
        long newest() {
            return chart.map(Chart::newest).orElse(0L);
        }
    }

    /**
     * A part of a sentence.
     *
     * @param text of it
     * @param code whether it stands in a file or can be typed
     */
    record Span(String text, boolean code) {
        private static final Pattern PART = Pattern.compile("`([^`]*)`|(sha256:[0-9a-f]{12,64})|.", Pattern.DOTALL);

        static List<Span> of(String sentence) {
            List<Span> spans = new ArrayList<>();
            StringBuilder words = new StringBuilder();
            PART.matcher(sentence)
                    .results()
                    .forEach(part -> code(part)
                            .ifPresentOrElse(
                                    code -> {
                                        words(words, spans);
                                        spans.add(new Span(code, true));
                                    },
                                    () -> words.append(part.group())));
            words(words, spans);
            return spans;
        }

        private static Optional<String> code(MatchResult part) {
            return Optional.ofNullable(part.group(1)).or(() -> Optional.ofNullable(part.group(2)));
        }

        private static void words(StringBuilder words, List<Span> spans) {
            if (!words.isEmpty()) {
                spans.add(new Span(words.toString().replace(" -> ", " \u2192 "), false));
                words.setLength(0);
            }
        }
    }
}
