package dev.tagdrift.report;

import dev.tagdrift.report.Told.Row;
import dev.tagdrift.report.Told.Section;
import java.util.ArrayList;
import java.util.List;

/** Lays out, for a terminal or a log, what takes more than a message to tell. */
final class ToldText {
    private static final String INDENT = "    ";

    private static final int LONG_LABEL = 24;

    private ToldText() {}

    static List<String> lines(Told told, TextRenderer renderer) {
        List<String> lines = new ArrayList<>(renderer.wrapped(told.verdict(), INDENT));
        for (Section section : told.sections()) {
            lines.add("");
            if (!section.title().isEmpty()) {
                lines.add(section.title());
            }
            int width = section.rows().stream()
                    .mapToInt(row -> row.label().length())
                    .max()
                    .orElse(0);
            section.rows().forEach(row -> lines.addAll(renderer.wrapped(line(row, width), indent(width))));
        }
        return lines;
    }

    private static String line(Row row, int width) {
        return INDENT + row.label() + " ".repeat(width - row.label().length()) + "  " + row.text();
    }

    /** What does not fit stands below its beginning, unless the labels are so long that no room would be left. */
    private static String indent(int width) {
        return INDENT + (width <= LONG_LABEL ? " ".repeat(width + 2) : INDENT);
    }
}
