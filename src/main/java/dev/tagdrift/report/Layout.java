package dev.tagdrift.report;

import dev.tagdrift.drift.Comparison;
import dev.tagdrift.history.Sighting;
import dev.tagdrift.history.Timeline;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.lockfile.LockedImage;
import dev.tagdrift.report.Message.Fact;
import dev.tagdrift.report.Page.Group;
import dev.tagdrift.report.Page.Item;
import dev.tagdrift.report.Told.Row;
import dev.tagdrift.report.Told.Section;
import dev.tagdrift.source.Location;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Arranges on a page what there is to tell: by cause, and at last what is as it should be. */
final class Layout {
    private static final int MOST_PLACES = 20;
    private static final int MOST_ROWS = 7;

    private final SortedMap<String, Timeline> timelines = new TreeMap<>();
    private final List<String> releases;
    private final Optional<TimeAxis> axis;
    private int items;

    private Layout(List<ImageReference> images, Past past) {
        images.forEach(image -> past.timeline(image).ifPresent(known -> timelines.put(image.toString(), known)));
        List<Sighting> seen = timelines.values().stream()
                .flatMap(timeline -> timeline.spans().stream())
                .toList();
        this.releases = seen.stream().map(Chart::release).distinct().sorted().toList();
        this.axis =
                seen.stream().map(Sighting::when).min(Instant::compareTo).map(first -> new TimeAxis(first, past.now()));
    }

    static Page of(Report report) {
        Bulletin bulletin = Bulletin.of(report);
        Layout layout = new Layout(bulletin.images(), report.past());
        List<Group> groups = layout.groups(bulletin);
        groups.addAll(layout.asLocked(report, bulletin));
        Instant now = report.past().now();
        return layout.page(
                PageWording.verdict(report),
                PageWording.consequence(report),
                bulletin.summary(),
                now.equals(Instant.EPOCH) ? "" : HistoryWording.day(now),
                groups);
    }

    static Page of(Bulletin bulletin) {
        Layout layout = new Layout(List.of(), Past.NONE);
        return layout.page(PageWording.STOPPED, "", bulletin.summary(), "", layout.groups(bulletin));
    }

    private Page page(String verdict, String consequence, String summary, String date, List<Group> groups) {
        List<String> kinds = groups.stream()
                .flatMap(group -> group.items().stream())
                .map(Item::kind)
                .distinct()
                .sorted(Comparator.comparingLong(Layout::rank))
                .toList();
        return new Page(verdict, consequence, summary, date, groups, kinds, axis);
    }

    private static long rank(String kind) {
        return Arrays.stream(Kind.values())
                .map(Kind::toString)
                .takeWhile(name -> !name.equals(kind))
                .count();
    }

    /** What was told as one is a group of its own; the rest is put together by what it has in common. */
    private List<Group> groups(Bulletin bulletin) {
        Map<String, List<Entry>> byTitle = new LinkedHashMap<>();
        Map<String, Message> waves = new LinkedHashMap<>();
        for (Entry entry : bulletin.paragraphs()) {
            if (entry.parts().isEmpty()) {
                byTitle.computeIfAbsent(PageWording.title(entry), any -> new ArrayList<>())
                        .add(entry);
            } else {
                String title = entry.message().sentence();
                waves.put(title, entry.message());
                byTitle.computeIfAbsent(title, any -> new ArrayList<>()).addAll(entry.parts());
            }
        }
        List<Group> groups = new ArrayList<>();
        byTitle.forEach((title, entries) -> groups.add(new Group(
                "group-" + (groups.size() + 1),
                title,
                Optional.ofNullable(waves.get(title)).map(Layout::shared).orElse(List.of()),
                Optional.ofNullable(waves.get(title)).map(Message::hints).orElse(List.of()),
                entries.stream().map(this::item).toList())));
        return groups;
    }

    /** What each item tells of itself is left out. */
    private static List<Fact> shared(Message wave) {
        return without(Set.of("images", "at"), wave.facts());
    }

    private static List<Fact> without(Set<String> labels, List<Fact> facts) {
        return facts.stream().filter(fact -> !labels.contains(fact.label())).toList();
    }

    private Item item(Entry entry) {
        Message message = entry.message();
        List<String> names = entry.images().isEmpty()
                ? List.of(message.where().isEmpty() ? message.id().toString() : message.where())
                : entry.images().stream().map(ImageReference::familiar).toList();
        return new Item(
                anchor(),
                message.kind().toString(),
                message.id().toString(),
                names,
                message.sentence(),
                without(toldElsewhere(entry), message.facts()),
                message.hints(),
                entry.told().map(told -> shortened(told, names.getFirst())),
                entry.places().stream().limit(MOST_PLACES).toList(),
                Math.max(0, entry.places().size() - MOST_PLACES),
                entry.images().size() == 1 ? chart(entry.images().getFirst()) : Optional.empty());
    }

    private static Set<String> toldElsewhere(Entry entry) {
        Set<String> labels = new HashSet<>(Set.of(Phrases.ALSO_AT));
        entry.told().stream()
                .flatMap(told -> told.sections().stream())
                .flatMap(section -> section.rows().stream())
                .forEach(row -> labels.add(row.label()));
        return labels;
    }

    private String anchor() {
        return "item-" + ++items;
    }

    private Optional<Chart> chart(ImageReference image) {
        return Optional.ofNullable(timelines.get(image.toString()))
                .flatMap(timeline -> axis.map(time -> Chart.of(image.familiar(), timeline, time, releases)));
    }

    /** What is left out is counted, with the command that tells all. */
    private static Told shortened(Told told, String name) {
        return new Told(
                told.verdict(),
                told.sections().stream()
                        .map(section -> new Section(section.title(), shortened(section.rows(), name)))
                        .toList());
    }

    private static List<Row> shortened(List<Row> rows, String name) {
        if (rows.size() <= MOST_ROWS) {
            return rows;
        }
        List<Row> shown = new ArrayList<>(rows.subList(0, MOST_ROWS - 1));
        int more = rows.size() - shown.size();
        shown.add(Row.of("more", more + ", which `tagdrift explain " + name + " --packages` names"));
        return shown;
    }

    private List<Group> asLocked(Report report, Bulletin bulletin) {
        Set<ImageReference> told = new HashSet<>();
        bulletin.entries().forEach(entry -> told.addAll(entry.images()));
        List<Item> calm = report.images().stream()
                .filter(image -> !told.contains(image.image()))
                .map(this::asLocked)
                .toList();
        return calm.isEmpty()
                ? List.of()
                : List.of(new Group("as-locked", PageWording.AS_LOCKED, List.of(), List.of(), calm));
    }

    private Item asLocked(Comparison image) {
        List<Location> places = Entry.places(image.uses());
        return new Item(
                anchor(),
                Item.AS_LOCKED,
                "",
                List.of(image.image().familiar()),
                "",
                image.locked().map(Layout::facts).orElse(List.of()),
                List.of(),
                Optional.empty(),
                places.stream().limit(MOST_PLACES).toList(),
                Math.max(0, places.size() - MOST_PLACES),
                chart(image.image()));
    }

    private static List<Fact> facts(LockedImage locked) {
        List<Fact> facts = new ArrayList<>();
        locked.os().ifPresent(os -> facts.add(Fact.of("os", os)));
        facts.add(Fact.of("locked", Phrases.digest(locked.digest()) + Phrases.built(locked.created())));
        return facts;
    }
}
