package dev.tagdrift.report;

import dev.tagdrift.report.Message.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Lays messages out for a terminal or a log: path and line first, aligned facts, the next step last. */
public final class TextRenderer {
    private static final String INDENT = "    ";
    private static final String HINT = "  hint: ";

    /** Lists are broken even where the reader is a log, which has no width. */
    private static final int MAX_LIST = 100;

    /** What a terminal obeys, and what turns the direction of the text, so that it reads as what it is not. */
    private static final Pattern CONTROL =
            Pattern.compile("[\\p{Cc}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

    /** What the runner of a CI system obeys in the log of a step: on GitHub and Azure, others' words are no commands. */
    private static final Pattern COMMAND = Pattern.compile("(?i)##(?=\\[|vso\\[)|(?<!\\S)::");

    private final Style style;
    private final int width;

    /**
     * Lays out so.
     *
     * @param colour whether the reader sees colours
     * @param width of a line, in columns, from which it is broken
     */
    public TextRenderer(boolean colour, int width) {
        this.style = colour ? Style.COLOUR : Style.PLAIN;
        this.width = width;
    }

    /** The lines of one message. */
    public List<String> lines(Message message) {
        String where = message.where().isEmpty() ? "" : message.where() + ": ";
        String head = message.kind() + "[" + message.id() + "]";
        List<String> lines = new ArrayList<>(wrapped(where + head + ": " + message.sentence(), INDENT));
        lines.set(0, lines.getFirst().replace(head, style.of(message.kind(), head)));
        lines.addAll(details(message));
        return lines;
    }

    /** The facts and the hints, for formats that tell place, kind and sentence in their own way. */
    static String below(Message message) {
        return String.join("\n", new TextRenderer(false, Integer.MAX_VALUE).details(message))
                .stripIndent();
    }

    /** The sentence, with the facts and the hints below it. */
    static String withoutPlace(Message message) {
        return (plain(message.sentence()) + "\n" + below(message)).stripTrailing();
    }

    private List<String> details(Message message) {
        List<String> lines = new ArrayList<>();
        int label = message.facts().stream()
                .mapToInt(fact -> fact.label().length())
                .max()
                .orElse(0);
        message.facts().forEach(fact -> lines.addAll(lines(fact, label)));
        String indent = " ".repeat(HINT.length());
        for (int i = 0; i < message.hints().size(); i++) {
            lines.addAll(wrapped((i == 0 ? HINT : indent) + message.hints().get(i), indent));
        }
        return lines;
    }

    /** The text without control characters: a file, a registry or an engine may hold them. */
    public static String plain(String text) {
        String shown = CONTROL.matcher(text).replaceAll("\uFFFD");
        return COMMAND.matcher(shown).replaceAll("\uFFFD");
    }

    /** Whether a line needs no break. */
    boolean fits(String line) {
        return line.length() <= width;
    }

    /** Breaks a line between words where it is too long, but for words in backticks, which somebody will copy. */
    List<String> wrapped(String text, String indent) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : Words.of(plain(text))) {
            boolean fits = line.length() + word.stripTrailing().length() <= width;
            if (!fits && !line.toString().isBlank()) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder(indent);
            }
            line.append(word);
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    private List<String> lines(Fact fact, int labelWidth) {
        String label =
                INDENT + fact.label() + " ".repeat(labelWidth - fact.label().length()) + "  ";
        if (fact.items().size() == 1) {
            return wrapped(label + fact.items().getFirst(), " ".repeat(label.length()));
        }
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(label);
        for (int i = 0; i < fact.items().size(); i++) {
            String item = plain(fact.items().get(i)) + (i < fact.items().size() - 1 ? "," : "");
            if (line.length() > label.length() && line.length() + 1 + item.length() > Math.min(width, MAX_LIST)) {
                lines.add(line.toString());
                line = new StringBuilder(" ".repeat(label.length()));
            }
            line.append(line.length() > label.length() ? " " : "").append(item);
        }
        lines.add(line.toString());
        return lines;
    }
}
