package dev.tagdrift.report;

import dev.tagdrift.drift.Comparison;
import dev.tagdrift.history.Sighting;
import dev.tagdrift.history.Timeline;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.lockfile.LockedImage;
import dev.tagdrift.report.Message.Fact;
import dev.tagdrift.report.Page.Group;
import dev.tagdrift.report.Page.Item;
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
import java.util.stream.Stream;

/** Arranges on a page what there is to tell: by cause, and at last what is as it should be. */
final class Layout {
    private static final int MOST_PLACES = 20;

    private final SortedMap<String, Timeline> timelines = new TreeMap<>();
    private final List<String> releases;
    private final Optional<TimeAxis> axis;
    private final Tables tables;
    private final int mostPlaces;
    private int items;

    private Layout(List<ImageReference> images, Past past, int most) {
        this.tables = new Tables(most);
        this.mostPlaces = Math.max(most, MOST_PLACES);
        images.forEach(image -> past.timelineTillNow(image).ifPresent(known -> timelines.put(image.toString(), known)));
        List<Sighting> seen = timelines.values().stream()
                .flatMap(timeline -> timeline.spans().stream())
                .toList();
        this.releases = seen.stream().map(Chart::release).distinct().sorted().toList();
        this.axis =
                seen.stream().map(Sighting::when).min(Instant::compareTo).map(first -> new TimeAxis(first, past.now()));
    }

    /**
     * Of a check.
     *
     * @param project that it is about
     * @param most that is shown of a list of changes; a list of places may be longer
     */
    static Page of(Report report, String project, int most) {
        Bulletin bulletin = Bulletin.of(report);
        Layout layout = new Layout(bulletin.images(), report.past(), most);
        List<Group> groups = layout.groups(bulletin);
        groups.addAll(layout.asLocked(report, bulletin));
        Instant now = report.past().now();
        return new Page(
                project,
                PageWording.verdict(report),
                PageWording.consequence(report),
                bulletin.summary(),
                now.equals(Instant.EPOCH) ? "" : Phrases.day(now),
                groups,
                filters(groups, report.past().remembered()),
                layout.axis);
    }

    /** Of a run that could not do its work. */
    static Page of(Bulletin bulletin, String project) {
        Layout layout = new Layout(List.of(), Past.NONE, MOST_PLACES);
        List<Group> groups = layout.groups(bulletin);
        return new Page(
                project, PageWording.STOPPED, "", bulletin.summary(), "", groups, filters(groups, false), layout.axis);
    }

    private static List<String> filters(List<Group> groups, boolean remembered) {
        Stream<String> kinds = groups.stream()
                .flatMap(group -> group.items().stream())
                .map(Item::kind)
                .distinct()
                .sorted(Comparator.comparingLong(Layout::rank));
        return Stream.concat(remembered ? Stream.of(Item.NEW) : Stream.of(), kinds)
                .toList();
    }

    private static long rank(String kind) {
        return Arrays.stream(Kind.values())
                .map(Kind::toString)
                .takeWhile(name -> !name.equals(kind))
                .count();
    }

    /** What was told as one is a group of its own; the rest is put together by what it has in common. */
    private List<Group> groups(Bulletin bulletin) {
        Map<Object, Gathered> all = new LinkedHashMap<>();
        for (Entry entry : bulletin.paragraphs()) {
            if (!entry.parts().isEmpty()
                    && entry.cause().filter(Waves::isTelling).isPresent()) {
                all.put(entry, new Gathered(entry.message().sentence(), shared(entry.message()), entry.parts()));
            } else {
                all.computeIfAbsent(
                                PageWording.title(entry),
                                title -> new Gathered(title.toString(), List.of(), new ArrayList<>()))
                        .entries()
                        .addAll(entry.parts().isEmpty() ? List.of(entry) : entry.parts());
            }
        }
        List<Group> groups = new ArrayList<>();
        all.values().forEach(gathered -> groups.add(group("group-" + (groups.size() + 1), gathered)));
        return groups;
    }

    /** What is put together under one title, with the facts that all of it shares. */
    private record Gathered(String title, List<Fact> facts, List<Entry> entries) {}

    private Group group(String anchor, Gathered gathered) {
        List<Entry> entries = gathered.entries();
        List<Section> shared = Tables.shared(entries);
        return new Group(
                anchor,
                gathered.title(),
                gathered.facts(),
                new Wave(entries).isOne() ? new Wave(entries).hints() : List.of(),
                tables.of(shared, names(entries.getFirst()).getFirst()),
                entries.stream().map(entry -> item(entry, shared)).toList());
    }

    /** What each item tells of itself is left out. */
    private static List<Fact> shared(Message wave) {
        return without(Set.of("images", "at"), wave.facts());
    }

    private static List<Fact> without(Set<String> labels, List<Fact> facts) {
        return facts.stream().filter(fact -> !labels.contains(fact.label())).toList();
    }

    private static List<String> names(Entry entry) {
        Message message = entry.message();
        return entry.images().isEmpty()
                ? List.of(message.where().isEmpty() ? message.id().toString() : message.where())
                : entry.images().stream().map(ImageReference::familiar).toList();
    }

    private Item item(Entry entry, List<Section> shared) {
        Message message = entry.message();
        List<String> names = names(entry);
        return new Item(
                anchor(),
                message.kind().toString(),
                entry.isNew(),
                message.id().toString(),
                names,
                PageWording.below(names, message.sentence()),
                without(toldElsewhere(entry), message.facts()),
                message.hints(),
                entry.told()
                        .map(told -> tables.of(told, shared, names.getFirst()))
                        .orElse(List.of()),
                entry.places().stream().limit(mostPlaces).toList(),
                Math.max(0, entry.places().size() - mostPlaces),
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

    private List<Group> asLocked(Report report, Bulletin bulletin) {
        Set<ImageReference> told = new HashSet<>();
        bulletin.entries().forEach(entry -> told.addAll(entry.images()));
        List<Item> calm = report.images().stream()
                .filter(image -> !told.contains(image.image()))
                .map(image -> asLocked(image, report.online() ? Item.AS_LOCKED : Item.IN_STEP))
                .toList();
        return calm.isEmpty()
                ? List.of()
                : List.of(new Group("as-locked", PageWording.calm(report), List.of(), List.of(), List.of(), calm));
    }

    private Item asLocked(Comparison image, String kind) {
        List<Location> places = Entry.places(image.uses());
        return new Item(
                anchor(),
                kind,
                false,
                "",
                List.of(image.image().familiar()),
                "",
                image.locked().map(Layout::facts).orElse(List.of()),
                List.of(),
                List.of(),
                places.stream().limit(mostPlaces).toList(),
                Math.max(0, places.size() - mostPlaces),
                chart(image.image()));
    }

    private static List<Fact> facts(LockedImage locked) {
        List<Fact> facts = new ArrayList<>();
        locked.os().ifPresent(os -> facts.add(Fact.of("os", os)));
        facts.add(Fact.of("locked", Phrases.digest(locked.digest()) + Phrases.built(locked.created())));
        return facts;
    }
}
