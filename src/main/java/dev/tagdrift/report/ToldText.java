package dev.tagdrift.report;

import dev.tagdrift.report.Told.Row;
import dev.tagdrift.report.Told.Section;
import java.util.ArrayList;
import java.util.List;

/** Lays out, for a terminal or a log, what takes more than a message to tell. */
final class ToldText {
    private static final String INDENT = "    ";

    private ToldText() {}

    static List<String> lines(Told told) {
        List<String> lines = new ArrayList<>();
        lines.add(told.verdict());
        for (Section section : told.sections()) {
            lines.add("");
            if (!section.title().isEmpty()) {
                lines.add(section.title());
            }
            int width = section.rows().stream()
                    .mapToInt(row -> row.label().length())
                    .max()
                    .orElse(0);
            section.rows().forEach(row -> lines.add(line(row, width)));
        }
        return lines;
    }

    private static String line(Row row, int width) {
        return (INDENT + row.label() + " ".repeat(width - row.label().length()) + "  " + row.text()).stripTrailing();
    }
}
