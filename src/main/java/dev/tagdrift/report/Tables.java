package dev.tagdrift.report;

import dev.tagdrift.report.Page.Table;
import dev.tagdrift.report.Told.Row;
import dev.tagdrift.report.Told.Section;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Makes tables for a page of what changed: rows that all of a group share stand once, and too long ones are cut. */
final class Tables {
    private final int most;

    /** @param most rows of a table; what is left out is counted */
    Tables(int most) {
        this.most = most;
    }

    /** The rows that are the same in each of several, by their sections, where they are so many that it matters. */
    static List<Section> shared(List<Entry> group) {
        List<Told> all = group.stream().flatMap(entry -> entry.told().stream()).toList();
        return group.size() < 2 || all.size() < group.size()
                ? List.of()
                : all.getFirst().sections().stream()
                        .filter(section -> !section.title().isEmpty())
                        .map(section -> new Section(section.title(), shared(section, all)))
                        .filter(Section::isLong)
                        .toList();
    }

    private static List<Row> shared(Section section, List<Told> all) {
        Set<Row> rows = new LinkedHashSet<>(section.rows());
        all.forEach(told -> rows.retainAll(rows(told.sections(), section.title())));
        return List.copyOf(rows);
    }

    private static Set<Row> rows(List<Section> sections, String title) {
        Set<Row> rows = new LinkedHashSet<>();
        sections.stream()
                .filter(section -> section.title().equals(title))
                .forEach(section -> rows.addAll(section.rows()));
        return rows;
    }

    /**
     * What all of a group share.
     *
     * @param name of an image of the group, as people write it
     */
    List<Table> of(List<Section> shared, String name) {
        return shared.stream()
                .map(section -> table(PageWording.inAll(section.title()), section.rows(), 0, name))
                .toList();
    }

    /**
     * What is told of one image.
     *
     * @param shared by its group
     * @param name of the image, as people write it
     */
    List<Table> of(Told told, List<Section> shared, String name) {
        List<Table> tables = new ArrayList<>();
        for (Section section : told.sections()) {
            Set<Row> elsewhere = rows(shared, section.title());
            List<Row> own = section.rows().stream()
                    .filter(row -> !elsewhere.contains(row))
                    .toList();
            tables.add(table(PageWording.heading(section.title()), own, elsewhere.size(), name));
        }
        return tables;
    }

    private Table table(String title, List<Row> rows, int besides, String name) {
        List<Row> shown = rows.size() <= most ? rows : rows.subList(0, most - 1);
        List<String> notes = new ArrayList<>();
        if (besides > 0) {
            notes.add(PageWording.besides(besides));
        }
        if (shown.size() < rows.size()) {
            notes.add(PageWording.cut(rows.size() - shown.size(), name));
        }
        return new Table(title, shown, notes, rows.size() + besides, shown.size() == rows.size());
    }
}
