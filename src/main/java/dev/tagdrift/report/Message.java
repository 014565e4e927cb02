package dev.tagdrift.report;

import java.util.List;

/**
 * Something a user is told.
 *
 * @param kind how much it weighs
 * @param id the name under which the documentation explains it
 * @param where it is: {@code path:line}, a path, or empty
 * @param sentence what is so
 * @param facts two to four, in the order of their weight
 * @param hints the next step, one line for each command
 */
public record Message(Kind kind, Id id, String where, String sentence, List<Fact> facts, List<String> hints) {
    /** Copies the lists. */
    public Message {
        facts = List.copyOf(facts);
        hints = List.copyOf(hints);
    }

    /**
     * A labelled fact.
     *
     * @param label one or two words
     * @param items what is so; several are told in a row
     */
    public record Fact(String label, List<String> items) {
        /** Copies the list. */
        public Fact {
            items = List.copyOf(items);
        }

        static Fact of(String label, String fact) {
            return new Fact(label, List.of(fact));
        }
    }
}
