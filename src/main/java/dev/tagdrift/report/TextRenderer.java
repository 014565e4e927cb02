package dev.tagdrift.report;

import dev.tagdrift.report.Message.Fact;
import java.util.ArrayList;
import java.util.List;

/** Lays messages out for a terminal or a log: path and line first, aligned facts, the next step last. */
public final class TextRenderer {
    private static final String INDENT = "    ";
    private static final String HINT = "  hint: ";

    private final Style style;
    private final int width;

    /**
     * Lays out so.
     *
     * @param colour whether the reader sees colours
     * @param width of a line, in columns, from which lists are broken
     */
    public TextRenderer(boolean colour, int width) {
        this.style = colour ? Style.COLOUR : Style.PLAIN;
        this.width = width;
    }

    /** The lines of one message. */
    public List<String> lines(Message message) {
        List<String> lines = new ArrayList<>();
        String where = message.where().isEmpty() ? "" : message.where() + ": ";
        String head = message.kind() + "[" + message.id() + "]";
        lines.add(where + style.of(message.kind(), head) + ": " + message.sentence());
        int label = message.facts().stream()
                .mapToInt(fact -> fact.label().length())
                .max()
                .orElse(0);
        message.facts().forEach(fact -> lines.addAll(lines(fact, label)));
        for (int i = 0; i < message.hints().size(); i++) {
            lines.add((i == 0 ? HINT : " ".repeat(HINT.length()))
                    + message.hints().get(i));
        }
        return lines;
    }

    private List<String> lines(Fact fact, int labelWidth) {
        String label =
                INDENT + fact.label() + " ".repeat(labelWidth - fact.label().length()) + "  ";
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(label);
        for (int i = 0; i < fact.items().size(); i++) {
            String item = fact.items().get(i) + (i < fact.items().size() - 1 ? "," : "");
            if (line.length() > label.length() && line.length() + 1 + item.length() > width) {
                lines.add(line.toString());
                line = new StringBuilder(" ".repeat(label.length()));
            }
            line.append(line.length() > label.length() ? " " : "").append(item);
        }
        lines.add(line.toString());
        return lines;
    }
}
