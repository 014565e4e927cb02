package dev.tagdrift.dockerfile;

import java.util.Arrays;

/**
 * A piece of a file that knows where each of its characters stands there.
 *
 * <p>It need not be a piece of one part: continuations, quotes and escapes leave characters of the file out. It is kept
 * as runs of characters that are neighbours in the file as well.
 */
final class SourceText {
    private final String text;
    private final int[] runStarts;
    private final int[] runOffsets;
    private final LineTable lines;

    private SourceText(String text, int[] runStarts, int[] runOffsets, LineTable lines) {
        this.text = text;
        this.runStarts = runStarts;
        this.runOffsets = runOffsets;
        this.lines = lines;
    }

    /** The characters, as {@link ByteText}. */
    String text() {
        return text;
    }

    /** The characters for people. */
    String written() {
        return ByteText.readable(text);
    }

    int length() {
        return text.length();
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    char charAt(int position) {
        return text.charAt(position);
    }

    /** The line of the first character, from 1. */
    int line() {
        return lines.lineAt(offset(0));
    }

    /** From the first to the last character, with all that was left out between them. */
    Span span() {
        int start = offset(0);
        return new Span(start, isEmpty() ? start : offset(length() - 1) + 1);
    }

    SourceText sub(int from, int to) {
        int first = run(from);
        int last = to > from ? run(to - 1) : first;
        int[] starts = new int[last - first + 1];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = Math.max(0, runStarts[first + i] - from);
        }
        int[] offsets = Arrays.copyOfRange(runOffsets, first, last + 1);
        offsets[0] = offset(from);
        return new SourceText(text.substring(from, to), starts, offsets, lines);
    }

    SourceText from(int position) {
        return sub(position, length());
    }

    /** Without the spaces at both ends. */
    SourceText strip() {
        int from = Words.skipSpaces(this, 0);
        int to = length();
        int space = to > from ? ByteText.spaceBefore(text, to) : 0;
        while (space > 0 && to - space >= from) {
            to -= space;
            space = to > from ? ByteText.spaceBefore(text, to) : 0;
        }
        return sub(from, to);
    }

    private int offset(int position) {
        int run = run(position);
        return runOffsets[run] + position - runStarts[run];
    }

    private int run(int position) {
        int found = Arrays.binarySearch(runStarts, position);
        return found >= 0 ? found : -found - 2;
    }

    /** Puts a text together from pieces of one file. */
    static final class Builder {
        private final StringBuilder text = new StringBuilder();
        private final LineTable lines;
        private int[] runStarts = new int[2];
        private int[] runOffsets = new int[2];
        private int runs;
        private int expected = -1;

        /** @param start stands for the place of the text as long as it is empty */
        Builder(LineTable lines, int start) {
            this.lines = lines;
            runOffsets[0] = start;
        }

        /** A text of characters that are picked from another. */
        Builder(SourceText other, int position) {
            this(other.lines, other.offset(position));
        }

        Builder append(String file, int from, int to) {
            if (from < to) {
                run(from);
                text.append(file, from, to);
                expected = to;
            }
            return this;
        }

        Builder append(SourceText other, int position) {
            int offset = other.offset(position);
            run(offset);
            text.append(other.charAt(position));
            expected = offset + 1;
            return this;
        }

        int length() {
            return text.length();
        }

        SourceText build() {
            int count = Math.max(runs, 1);
            return new SourceText(
                    text.toString(), Arrays.copyOf(runStarts, count), Arrays.copyOf(runOffsets, count), lines);
        }

        private void run(int offset) {
            if (offset == expected) {
                return;
            }
            if (runs == runStarts.length) {
                runStarts = Arrays.copyOf(runStarts, runs * 2);
                runOffsets = Arrays.copyOf(runOffsets, runs * 2);
            }
            runStarts[runs] = text.length();
            runOffsets[runs] = offset;
            runs++;
        }
    }
}
