package dev.tagdrift.report;

import dev.tagdrift.report.Told.Row;
import dev.tagdrift.report.Told.Section;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Lays out as Markdown, with tables of which the long ones are folded, what takes more than a message to tell.
 *
 * <p>All of it is HTML, for the reason that {@link MarkdownText} gives, so no line within a part of it is empty.
 */
final class ToldMarkdown {
    private final BoundedText text;

    private ToldMarkdown(int limit) {
        text = new BoundedText(limit);
    }

    /**
     * A part of a document.
     *
     * @param limit of its length in bytes of UTF-8; empty if not even the verdict fits
     */
    static String of(Told told, int limit) {
        return new ToldMarkdown(limit).written(told);
    }

    /**
     * All but the verdict, for a place that tells it already.
     *
     * @param limit of its length in bytes of UTF-8
     */
    static String sections(Told told, int limit) {
        ToldMarkdown markdown = new ToldMarkdown(limit);
        told.sections().forEach(markdown::add);
        return markdown.text.toString();
    }

    private String written(Told told) {
        if (text.append("<p><b>" + MarkdownText.sentence(told.verdict()) + "</b></p>\n", 0)) {
            told.sections().forEach(this::add);
        }
        return text.toString();
    }

    /** As many rows as there is room for, then how many more there are; nothing of a section that has no room for one. */
    private void add(Section section) {
        List<String> rows = section.rows().stream().map(ToldMarkdown::row).toList();
        String start = start(section);
        String end = section.isLong() ? "</table>\n</details>\n" : "</table>\n";
        int close = BoundedText.size(more(rows.size()) + end);
        if (!text.append(start, close + BoundedText.size(rows.getFirst()))) {
            return;
        }
        int shown = 0;
        while (shown < rows.size() && text.append(rows.get(shown), close)) {
            shown++;
        }
        text.append((shown < rows.size() ? more(rows.size() - shown) : "") + end, 0);
    }

    private static String start(Section section) {
        if (section.isLong()) {
            return "\n<details><summary>" + MarkdownText.sentence(section.title()) + " ("
                    + section.rows().size() + ")</summary>\n<table>\n";
        }
        String title = section.title();
        return title.isEmpty() ? "\n<table>\n" : "\n<p>" + MarkdownText.sentence(title) + "</p>\n<table>\n";
    }

    private static String row(Row row) {
        return "<tr><td>" + cell(row.label()) + "</td>"
                + row.cells().stream()
                        .map(cell -> "<td>" + cell(cell) + "</td>")
                        .collect(Collectors.joining())
                + "</tr>\n";
    }

    private static String cell(String text) {
        return MarkdownText.sentence(Phrases.cut(text));
    }

    private static String more(int rows) {
        return "<tr><td>" + Phrases.more(rows) + "</td></tr>\n";
    }
}
