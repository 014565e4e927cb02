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
            boolean narrow = isNarrow(section, width, renderer);
            section.rows()
                    .forEach(row -> lines.addAll(
                            narrow ? below(row, renderer) : renderer.wrapped(line(row, width), indent(width))));
        }
        return lines;
    }

    /** Whether the labels leave less than half of a line, and that is not enough. */
    private static boolean isNarrow(Section section, int width, TextRenderer renderer) {
        return !renderer.fits(line(Row.of(""), width).repeat(2))
                && section.rows().stream().anyMatch(row -> !renderer.fits(line(row, width)));
    }

    private static List<String> below(Row row, TextRenderer renderer) {
        List<String> lines = new ArrayList<>(renderer.wrapped(INDENT + row.label(), INDENT));
        lines.addAll(renderer.wrapped(INDENT.repeat(2) + row.text(), INDENT.repeat(2)));
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
