package dev.tagdrift.dockerfile;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Where the lines of a file begin. */
final class LineTable {
    private final int[] starts;

    LineTable(String byteText) {
        starts = IntStream.concat(
                        IntStream.of(0),
                        IntStream.range(0, byteText.length())
                                .filter(i -> byteText.charAt(i) == '\n')
                                .map(i -> i + 1))
                .toArray();
    }

    /** The line that an offset stands in, from 1. */
    int lineAt(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }
}
