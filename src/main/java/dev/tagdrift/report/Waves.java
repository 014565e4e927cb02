package dev.tagdrift.report;

import dev.tagdrift.explain.Cause;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the tags that went the same way for one reason, so that they are told together. */
final class Waves {
    /** From so many tags on. */
    private static final int LEAST = 3;

    /** What has to be alike in tags that are told together, besides what changed. */
    private record Likeness(Kind kind, Id id, Cause cause, String accept, boolean isNew) {}

    private Waves() {}

    /** The same entries for a reader: each wave is one, in the place of its first. */
    static List<Entry> together(List<Entry> entries) {
        Map<Entry, Wave> waves = new LinkedHashMap<>();
        alike(entries).values().forEach(group -> find(group, waves));
        List<Entry> told = new ArrayList<>();
        for (Entry entry : entries) {
            Optional<Wave> wave = Optional.ofNullable(waves.get(entry));
            if (wave.isEmpty()) {
                told.add(entry);
            } else if (wave.get().parts().getFirst().equals(entry)) {
                told.add(wave.get().entry());
            }
        }
        return told;
    }

    private static Map<Likeness, List<Entry>> alike(List<Entry> entries) {
        Map<Likeness, List<Entry>> groups = new LinkedHashMap<>();
        for (Entry entry : entries) {
            likeness(entry)
                    .ifPresent(like -> groups.computeIfAbsent(like, any -> new ArrayList<>())
                            .add(entry));
        }
        return groups;
    }

    private static Optional<Likeness> likeness(Entry entry) {
        return entry.shift()
                .flatMap(shift -> shift.cause()
                        .flatMap(cause -> shift.accept()
                                .map(accept -> new Likeness(
                                        entry.message().kind(), entry.message().id(), cause, accept, shift.isNew()))));
    }

    /** First those that share the change which most of them have, then likewise among the rest. */
    private static void find(List<Entry> alike, Map<Entry, Wave> waves) {
        List<Entry> rest = new ArrayList<>(alike);
        Optional<List<Entry>> largest = largest(rest);
        while (largest.filter(group -> group.size() >= least(group)).isPresent()) {
            List<Entry> parts = largest.get();
            Wave wave = new Wave(parts);
            parts.forEach(part -> waves.put(part, wave));
            rest.removeAll(parts);
            largest = largest(rest);
        }
    }

    /** Of a mere rebuild there is nothing to tell that would take a paragraph. */
    private static int least(List<Entry> group) {
        return isTelling(group.getFirst().cause().orElseThrow()) ? LEAST : 2;
    }

    /** Whether there is more to tell of it than that it is so. */
    static boolean isTelling(Cause cause) {
        return switch (cause) {
            case OS_RELEASE, MAJOR_VERSION, LIBRARIES, UNKNOWN, PACKAGES -> true;
            case REBUILD, OTHER_PLATFORMS, UNCHANGED -> false;
        };
    }

    private static Optional<List<Entry>> largest(List<Entry> entries) {
        Map<String, List<Entry>> byChange = new LinkedHashMap<>();
        for (Entry entry : entries) {
            entry.shift()
                    .orElseThrow()
                    .weightiest()
                    .forEach(change -> byChange.computeIfAbsent(change, any -> new ArrayList<>())
                            .add(entry));
        }
        // Of equal ones the first stands.
        return byChange.values().stream().reduce((one, other) -> other.size() > one.size() ? other : one);
    }
}
