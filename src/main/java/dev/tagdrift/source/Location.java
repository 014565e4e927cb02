package dev.tagdrift.source;

import java.util.Comparator;

/**
 * A place in a file.
 *
 * @param path relative to the root, with {@code /}
 * @param line counted from 1
 */
public record Location(String path, int line) implements Comparable<Location> {
    private static final Comparator<Location> ORDER =
            Comparator.comparing(Location::path).thenComparingInt(Location::line);

    @Override
    public int compareTo(Location other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return path + ":" + line;
    }
}
