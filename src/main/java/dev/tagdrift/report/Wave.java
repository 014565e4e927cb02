package dev.tagdrift.report;

import static dev.tagdrift.report.Phrases.code;

import dev.tagdrift.drift.Finding;
import dev.tagdrift.drift.Finding.TagMoved;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.OsRelease;
import dev.tagdrift.report.Message.Fact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What moves many tags at once: when a system has a new release, nearly every image goes there on one day.
 *
 * @param from the release of the locked images
 * @param to the release of the current ones
 */
record Wave(OsRelease from, OsRelease to) {
    /** From so many tags on, they are told together. */
    private static final int LEAST = 3;

    /**
     * The wave that a finding may be a part of: the tag went from one known release to another. What is pinned as well is
     * accepted by another command than the rest, so it is told alone.
     */
    static Optional<Wave> of(Finding finding) {
        if (!(finding instanceof TagMoved moved) || moved.keepsRelease() || moved.alsoPinned()) {
            return Optional.empty();
        }
        return moved.locked()
                .os()
                .flatMap(OsRelease::parse)
                .flatMap(from -> moved.os().map(to -> new Wave(from, to)));
    }

    /** The same entries for a reader: those of one wave, and of one weight, are one paragraph. */
    static List<Entry> together(List<Entry> entries) {
        Map<List<Object>, List<Entry>> groups = new LinkedHashMap<>();
        for (Entry entry : entries) {
            Object group = entry.wave().<Object>map(wave -> wave).orElseGet(Object::new);
            groups.computeIfAbsent(List.of(entry.message().kind(), group), any -> new ArrayList<>())
                    .add(entry);
        }
        return groups.values().stream()
                .flatMap(group -> group.size() < LEAST
                        ? group.stream()
                        : Stream.of(group.getFirst().wave().orElseThrow().entry(group)))
                .toList();
    }

    private Entry entry(List<Entry> parts) {
        return new Entry(
                parts.getFirst().topic(),
                message(parts),
                parts.stream()
                        .flatMap(part -> part.places().stream())
                        .distinct()
                        .sorted()
                        .toList(),
                parts.stream().flatMap(part -> part.images().stream()).toList(),
                toString(),
                Optional.empty(),
                parts.getFirst().cause(),
                Optional.empty(),
                Optional.empty());
    }

    private Message message(List<Entry> parts) {
        List<String> names = parts.stream()
                .flatMap(part -> part.images().stream())
                .map(ImageReference::familiar)
                .toList();
        List<String> accept =
                names.stream().map(name -> "--upgrade-image " + name).toList();
        return new Message(
                parts.getFirst().message().kind(),
                Id.TAG_MOVED,
                "",
                names.size() + " tags moved from " + from + " to " + to,
                List.of(
                        new Fact("images", names),
                        new Fact(
                                "at",
                                parts.stream()
                                        .flatMap(part -> part.places().stream())
                                        .distinct()
                                        .sorted()
                                        .map(Object::toString)
                                        .toList())),
                List.of(
                        "read a change with " + code("tagdrift explain " + names.getFirst()) + ",",
                        "accept all with " + code("tagdrift lock " + String.join(" ", accept))));
    }
}
