package dev.tagdrift.dockerfile;

import java.util.Comparator;

/**
 * A range of bytes in the original file.
 *
 * @param start offset of the first byte, from 0
 * @param end offset behind the last byte
 */
public record Span(int start, int end) implements Comparable<Span> {
    private static final Comparator<Span> ORDER =
            Comparator.comparingInt(Span::start).thenComparingInt(Span::end);

    @Override
    public int compareTo(Span other) {
        return ORDER.compare(this, other);
    }
}
