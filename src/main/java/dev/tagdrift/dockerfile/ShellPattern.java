package dev.tagdrift.dockerfile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A pattern of a substitution, where {@code *} is any text and {@code ?} any character.
 *
 * <p>Kept as the pieces between the stars, which are looked for one after the other: no backtracking.
 */
final class ShellPattern {
    private static final int ANY = -1;

    private final List<int[]> pieces;

    private ShellPattern(List<int[]> pieces) {
        this.pieces = pieces;
    }

    /**
     * Reads a pattern.
     *
     * @throws BadWordException if a backslash escapes what needs no escape
     */
    static ShellPattern of(String text) throws BadWordException {
        return new ShellPattern(pieces(text.codePoints().toArray()));
    }

    /**
     * Reads a pattern for texts that are read backwards; what is escaped stays behind its backslash.
     *
     * @throws BadWordException if a backslash escapes what needs no escape
     */
    static ShellPattern backwards(String text) throws BadWordException {
        int[] points = text.codePoints().toArray();
        int[] reversed = new int[points.length];
        int at = points.length;
        for (int i = 0; i < points.length; i++) {
            if (points[i] == '\\' && i + 1 < points.length) {
                reversed[--at] = points[++i];
                reversed[--at] = '\\';
            } else {
                reversed[--at] = points[i];
            }
        }
        return new ShellPattern(pieces(reversed));
    }

    private static List<int[]> pieces(int[] points) throws BadWordException {
        List<int[]> pieces = new ArrayList<>();
        int[] piece = new int[points.length];
        int length = 0;
        for (int i = 0; i < points.length; i++) {
            int point = points[i];
            if (point == '*') {
                pieces.add(Arrays.copyOf(piece, length));
                length = 0;
            } else if (point == '\\') {
                piece[length++] = escaped(points, ++i);
            } else {
                piece[length++] = point == '?' ? ANY : point;
            }
        }
        pieces.add(Arrays.copyOf(piece, length));
        return pieces;
    }

    private static int escaped(int[] points, int at) throws BadWordException {
        if (at >= points.length || "*?\\/}".indexOf(points[at]) < 0) {
            throw new BadWordException(SyntaxError.BAD_SUBSTITUTION);
        }
        return points[at];
    }

    /** The text without the shortest or longest beginning that matches. */
    String cutStart(String text, boolean longest) {
        int[] points = text.codePoints().toArray();
        int end = end(points, longest);
        return new String(points, end, points.length - end);
    }

    /** The text without the shortest or longest end that matches this pattern, which is read backwards. */
    String cutEnd(String text, boolean longest) {
        int[] points = text.codePoints().toArray();
        int[] reversed = new int[points.length];
        for (int i = 0; i < points.length; i++) {
            reversed[i] = points[points.length - 1 - i];
        }
        return new String(points, 0, points.length - end(reversed, longest));
    }

    private int end(int[] points, boolean longest) {
        return matches(points, 0, pieces.getFirst()) ? Math.max(0, end(points, 0, longest)) : 0;
    }

    /** The text with the first longest match replaced. */
    String replaceFirst(String text, String replacement) {
        int[] points = text.codePoints().toArray();
        return find(points, 0)
                .map(match -> new String(points, 0, match.start())
                        + replacement
                        + new String(points, match.end(), points.length - match.end()))
                .orElse(text);
    }

    /** The text with every longest match replaced; an empty match right behind another does not count. */
    String replaceAll(String text, String replacement) {
        int[] points = text.codePoints().toArray();
        StringBuilder replaced = new StringBuilder();
        int copied = 0;
        int from = 0;
        while (from <= points.length) {
            Optional<Span> found = find(points, from);
            if (found.isEmpty()) {
                break;
            }
            Span match = found.get();
            replaced.append(new String(points, copied, match.start() - copied));
            if (match.end() > copied || match.start() == 0) {
                String matched = new String(points, match.start(), match.end() - match.start());
                replaced.append(MatchReference.resolve(replacement, matched));
            }
            copied = match.end();
            from = Math.max(from + 1, match.end());
        }
        return replaced.append(new String(points, copied, points.length - copied))
                .toString();
    }

    /** Only the first place of the first piece need be tried: a later one leaves less room for the rest. */
    private Optional<Span> find(int[] points, int from) {
        int start = indexOf(points, from, pieces.getFirst());
        int end = start < 0 ? -1 : end(points, start, true);
        return end < 0 ? Optional.empty() : Optional.of(new Span(start, end));
    }

    /** Where a match ends whose first piece stands at the start; -1 for no match. */
    private int end(int[] points, int start, boolean longest) {
        int position = start + pieces.getFirst().length;
        for (int i = 1; i < pieces.size(); i++) {
            int[] piece = pieces.get(i);
            boolean last = i == pieces.size() - 1;
            int found = last && longest ? lastIndexOf(points, position, piece) : indexOf(points, position, piece);
            if (found < 0) {
                return -1;
            }
            position = found + piece.length;
        }
        return position;
    }

    private static int indexOf(int[] points, int from, int[] piece) {
        for (int at = from; at + piece.length <= points.length; at++) {
            if (matches(points, at, piece)) {
                return at;
            }
        }
        return -1;
    }

    private static int lastIndexOf(int[] points, int from, int[] piece) {
        for (int at = points.length - piece.length; at >= from; at--) {
            if (matches(points, at, piece)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean matches(int[] points, int at, int[] piece) {
        if (at + piece.length > points.length) {
            return false;
        }
        for (int i = 0; i < piece.length; i++) {
            if (piece[i] != ANY && piece[i] != points[at + i]) {
                return false;
            }
        }
        return true;
    }
}
