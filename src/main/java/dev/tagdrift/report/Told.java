package dev.tagdrift.report;

import java.util.List;

/**
 * Something that takes more than a message to tell.
 *
 * @param verdict in one sentence
 * @param sections in the order of their weight
 */
record Told(String verdict, List<Section> sections) {
    /** Copies the list. */
    Told {
        sections = List.copyOf(sections);
    }

    /**
     * Facts of one kind.
     *
     * @param title empty for those that need none
     * @param rows never empty
     */
    record Section(String title, List<Row> rows) {
        /** A section with more rows than this is long. */
        static final int SHORT = 8;

        /** Whether it is rather folded where that can be. */
        boolean isLong() {
            return rows.size() > SHORT;
        }

        /** Copies the list. */
        Section {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A labelled fact.
     *
     * @param label what it is about
     * @param cells what is so, in as many parts as the other rows of its section
     */
    record Row(String label, List<String> cells) {
        /** Copies the list. */
        Row {
            cells = List.copyOf(cells);
        }

        static Row of(String label, String... cells) {
            return new Row(label, List.of(cells));
        }

        /** What is so, on one line. */
        String text() {
            return String.join("  ", cells);
        }
    }
}
