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
 * @param project that it is about; empty if the run does not tell
 * @param verdict what a person would say
 * @param consequence what that means for the run; may be empty
 * @param summary the count
 * @param date of the run; empty if the run does not tell
 * @param groups of what has one cause, the heaviest first
 * @param filters what a reader may want to see alone
 * @param axis the time of all charts, if there are any
 */
record Page(
        String project,
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

    /** Whether each list of changes and places is there to its end. */
    boolean isWhole() {
        return groups.stream()
                .allMatch(group -> group.shared().stream().allMatch(Table::whole)
                        && group.items().stream()
                                .allMatch(item ->
                                        item.more() == 0 && item.told().stream().allMatch(Table::whole)));
    }

    /**
     * Rows under a heading.
     *
     * @param title of it
     * @param rows that are shown
     * @param notes below them about those that are not
     * @param number of all of them
     * @param whole whether none is missing on the page
     */
    record Table(String title, List<Told.Row> rows, List<String> notes, int number, boolean whole) {
        /** Copies the lists. */
        Table {
            rows = List.copyOf(rows);
            notes = List.copyOf(notes);
        }

        /** Whether it is better folded. */
        boolean isLong() {
            return rows.size() > Told.Section.SHORT;
        }
    }

    /**
     * Items of one cause.
     *
     * @param anchor by which a link finds it
     * @param title of it, that may hold words in backticks
     * @param facts about all of them
     * @param hints what can be done about all of them
     * @param shared what changed alike in all of them
     * @param items the heaviest first
     */
    record Group(
            String anchor,
            String title,
            List<Message.Fact> facts,
            List<String> hints,
            List<Table> shared,
            List<Item> items) {
        /** Whether its title says how many there are. */
        boolean isCounted() {
            return title.startsWith(number());
        }

        /** The title, beside the number of the items. */
        String numbered() {
            return isCounted() ? title.substring(number().length()) : title;
        }

        private String number() {
            return items.size() + " ";
        }

        /** Copies the lists. */
        Group {
            facts = List.copyOf(facts);
            hints = List.copyOf(hints);
            shared = List.copyOf(shared);
            items = List.copyOf(items);
        }
    }

    /**
     * Something that is told of one image, or of several that share it.
     *
     * @param anchor that no other has
     * @param kind how much it weighs, or that it is as locked
     * @param isNew whether this run is known to be the first that sees it
     * @param id the name under which the documentation explains it; empty for what is as locked
     * @param names of the images, or of the place
     * @param sentence what is so, below the names; empty for what is as locked
     * @param facts about it
     * @param hints the next step
     * @param told what changed in the image, as far as that was asked for and the group does not share it
     * @param places where the files name it
     * @param more places than are shown
     * @param chart of what the tag named over time, if that is known
     */
    record Item(
            String anchor,
            String kind,
            boolean isNew,
            String id,
            List<String> names,
            String sentence,
            List<Message.Fact> facts,
            List<String> hints,
            List<Table> told,
            List<Location> places,
            int more,
            Optional<Chart> chart) {
        static final String AS_LOCKED = "as locked";
        static final String NEW = "new";

        /** Copies the lists. */
        Item {
            names = List.copyOf(names);
            facts = List.copyOf(facts);
            hints = List.copyOf(hints);
            told = List.copyOf(told);
            places = List.copyOf(places);
        }

        /** The kind as a name for programs. */
        String mark() {
            return kind.replace(' ', '-');
        }

        /** All that a reader may want to see alone, as names for programs. */
        String marks() {
            return isNew ? mark() + " " + NEW : mark();
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
