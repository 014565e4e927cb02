package dev.tagdrift.explain;

import java.util.Comparator;

/**
 * A piece of a version, to be compared with the piece at the same place of another.
 *
 * @param rank of its kind: any piece of a lower kind is older
 * @param size of its text; zero for all that are compared as text
 * @param text compared character by character
 */
record VersionPart(int rank, int size, String text) implements Comparable<VersionPart> {
    private static final Comparator<VersionPart> ORDER = Comparator.comparingInt(VersionPart::rank)
            .thenComparingInt(VersionPart::size)
            .thenComparing(VersionPart::text);

    /** A piece that says all by its kind. */
    static VersionPart mark(int rank) {
        return new VersionPart(rank, 0, "");
    }

    static VersionPart of(int rank, String text) {
        return new VersionPart(rank, 0, text);
    }

    /** Compared by value, however many digits there are: of two numbers without leading zeros the longer is the greater. */
    static VersionPart number(int rank, String digits) {
        int start = 0;
        while (start < digits.length() && digits.charAt(start) == '0') {
            start++;
        }
        String value = digits.substring(start);
        return new VersionPart(rank, value.length(), value);
    }

    @Override
    public int compareTo(VersionPart other) {
        return ORDER.compare(this, other);
    }
}
