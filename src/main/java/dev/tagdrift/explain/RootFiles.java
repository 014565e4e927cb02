package dev.tagdrift.explain;

import dev.tagdrift.explain.LayerEntry.Folder;
import dev.tagdrift.explain.LayerEntry.HardLink;
import dev.tagdrift.explain.LayerEntry.Link;
import dev.tagdrift.explain.LayerEntry.Removed;
import dev.tagdrift.explain.LayerEntry.Stored;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The root of an image as its layers make it, as far as it is known. */
final class RootFiles {
    private static final int MOST_LINKS = 40;

    private final TreeMap<String, LayerEntry> entries = new TreeMap<>();

    /** What these layers make, the lowest first. */
    static RootFiles of(Iterable<LayerFiles> layers) {
        RootFiles root = new RootFiles();
        layers.forEach(root::add);
        return root;
    }

    /** Puts a layer on top. What it removes is of lower layers, wherever in the layer it says so. */
    void add(LayerFiles layer) {
        layer.opaque().forEach(folder -> below(place(folder)).clear());
        layer.entries().forEach((path, entry) -> {
            if (entry instanceof Removed) {
                remove(place(path));
            }
        });
        layer.entries().forEach((path, entry) -> {
            if (!(entry instanceof Removed)) {
                put(place(path), entry);
            }
        });
        layer.entries().forEach((path, entry) -> {
            if (entry instanceof HardLink(String target)) {
                Optional.ofNullable(entries.get(place(target))).ifPresent(file -> put(place(path), file));
            }
        });
    }

    /** How much memory it takes. */
    long size() {
        return entries.entrySet().stream()
                .mapToLong(entry -> entry.getKey().length() + entry.getValue().size())
                .sum();
    }

    private void put(String path, LayerEntry entry) {
        if (!(entry instanceof Folder)) {
            below(path).clear();
        }
        entries.put(path, entry);
    }

    private void remove(String path) {
        entries.remove(path);
        below(path).clear();
    }

    /** In the order of names, what follows the slash is a zero. */
    private SortedMap<String, LayerEntry> below(String folder) {
        return folder.isEmpty() ? entries : entries.subMap(folder + "/", folder + "0");
    }

    /** Where a path of a layer comes to lie: its folder may be a link, in this layer or a lower one. */
    private String place(String path) {
        return path.isEmpty()
                ? path
                : LayerPath.in(follow(LayerPath.parent(path)).orElse(""), LayerPath.name(path));
    }

    /** The file at the path, or where the path leads. */
    Optional<byte[]> file(String path) {
        return follow(path).map(entries::get).filter(Stored.class::isInstance).map(file -> ((Stored) file).bytes());
    }

    /** Where the link at this path points, as it is written. */
    Optional<String> link(String path) {
        return follow(LayerPath.parent(path))
                .map(folder -> entries.get(LayerPath.in(folder, LayerPath.name(path))))
                .filter(Link.class::isInstance)
                .map(link -> ((Link) link).target());
    }

    /** The files below a folder, or below the one that it leads to, by their paths from there. */
    SortedMap<String, byte[]> folder(String path) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        follow(path)
                .ifPresent(folder -> below(folder).keySet().stream()
                        .map(file -> file.substring(folder.isEmpty() ? 0 : folder.length() + 1))
                        .forEach(name -> file(LayerPath.in(folder, name)).ifPresent(bytes -> files.put(name, bytes))));
        return files;
    }

    /** Where a path leads when its links are followed, whether something is there or not; empty for a circle. */
    Optional<String> follow(String path) {
        Deque<String> ahead = new ArrayDeque<>(Arrays.asList(path.split("/", -1)));
        String here = "";
        for (int links = 0; !ahead.isEmpty(); ) {
            String segment = ahead.pop();
            if (segment.equals("..")) {
                here = LayerPath.parent(here);
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                String next = LayerPath.in(here, segment);
                switch (entries.getOrDefault(next, new Folder())) {
                    case Link(String target) -> {
                        if (++links > MOST_LINKS) {
                            return Optional.empty();
                        }
                        here = target.startsWith("/") ? "" : here;
                        pushAll(ahead, target);
                    }
                    case HardLink(String target) -> here = target;
                    case LayerEntry other -> here = next;
                }
            }
        }
        return Optional.of(here);
    }

    private static void pushAll(Deque<String> ahead, String target) {
        String[] segments = target.split("/", -1);
        for (int i = segments.length - 1; i >= 0; i--) {
            ahead.push(segments[i]);
        }
    }
}
