package dev.tagdrift.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds what somebody may have meant: few letters added, left out, replaced or swapped. */
public final class NearMatch {
    private NearMatch() {}

    /** The nearest known word, if one is near. */
    public static Optional<String> of(String wrong, Collection<String> known) {
        return nearest(wrong, known, 1).stream().findFirst();
    }

    /** The known words that are near, the nearest first, at most so many. */
    public static List<String> nearest(String wrong, Collection<String> known, int most) {
        record Candidate(String word, int distance) {}
        return known.stream()
                .distinct()
                .map(word -> new Candidate(word, distance(wrong, word)))
                .filter(candidate -> candidate.distance() <= farthest(wrong, candidate.word()))
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::word))
                .limit(most)
                .map(Candidate::word)
                .toList();
    }

    /** A third of the letters, so that short words are not alike by accident. */
    private static int farthest(String one, String other) {
        return Math.max(1, Math.min(one.length(), other.length()) / 3);
    }

    /** The optimal string alignment distance: a swap of neighbours counts once. */
    private static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        int[] row = firstRow(other.length());
        for (int i = 1; i <= one.length(); i++) {
            int[] next = before;
            before = last;
            last = row;
            row = next;
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = last[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
                if (swapped(one, i, other, j)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
        }
        return row[other.length()];
    }

    private static int[] firstRow(int length) {
        int[] row = new int[length + 1];
        for (int j = 0; j <= length; j++) {
            row[j] = j;
        }
        return row;
    }

    private static boolean swapped(String one, int i, String other, int j) {
        return i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
    }
}
