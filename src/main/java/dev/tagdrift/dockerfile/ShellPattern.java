package dev.tagdrift.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A pattern of a substitution, where {@code *} is any text and {@code ?} any character.
 *
 * <p>Kept as the pieces between the stars, which are looked for one after the other: no backtracking.
 */
final class ShellPattern {
    private static final char ANY = '\uFFFF';

    private final List<String> pieces;

    private ShellPattern(List<String> pieces) {
        this.pieces = pieces;
    }

    /**
     * Reads a pattern.
     *
     * @throws BadWordException if a backslash escapes what needs no escape
     */
    static ShellPattern of(String text) throws BadWordException {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '*') {
                pieces.add(piece.toString());
                piece.setLength(0);
            } else if (c == '\\') {
                i++;
                piece.append(escaped(text, i));
            } else {
                piece.append(c == '?' ? ANY : c);
            }
        }
        pieces.add(piece.toString());
        return new ShellPattern(pieces);
    }

    private static char escaped(String text, int at) throws BadWordException {
        if (at >= text.length() || "*?\\/}".indexOf(text.charAt(at)) < 0) {
            throw new BadWordException(SyntaxError.BAD_SUBSTITUTION);
        }
        return text.charAt(at);
    }

    /** The same for texts that are read backwards. */
    ShellPattern reversed() {
        return new ShellPattern(pieces.reversed().stream()
                .map(piece -> new StringBuilder(piece).reverse().toString())
                .toList());
    }

    /** The text without the shortest or longest beginning that matches. */
    String cutStart(String text, boolean longest) {
        int end = matches(text, 0, pieces.getFirst()) ? end(text, 0, longest) : -1;
        return end < 0 ? text : text.substring(end);
    }

    /** The text without the shortest or longest end that matches. */
    String cutEnd(String text, boolean longest) {
        String backwards = new StringBuilder(text).reverse().toString();
        return new StringBuilder(reversed().cutStart(backwards, longest))
                .reverse()
                .toString();
    }

    /** The text with the first longest match replaced. */
    String replaceFirst(String text, String replacement) {
        return find(text, 0)
                .map(match -> text.substring(0, match.start()) + replacement + text.substring(match.end()))
                .orElse(text);
    }

    /** The text with every longest match replaced; an empty match right behind another does not count. */
    String replaceAll(String text, String replacement) {
        StringBuilder replaced = new StringBuilder();
        int copied = 0;
        int from = 0;
        while (from <= text.length()) {
            Optional<Span> found = find(text, from);
            if (found.isEmpty()) {
                break;
            }
            Span match = found.get();
            replaced.append(text, copied, match.start());
            if (match.end() > copied || match.start() == 0) {
                replaced.append(replacement);
            }
            copied = match.end();
            from = Math.max(from + 1, match.end());
        }
        return replaced.append(text, copied, text.length()).toString();
    }

    /** Only the first place of the first piece need be tried: a later one leaves less room for the rest. */
    private Optional<Span> find(String text, int from) {
        int start = indexOf(text, from, pieces.getFirst());
        int end = start < 0 ? -1 : end(text, start, true);
        return end < 0 ? Optional.empty() : Optional.of(new Span(start, end));
    }

    /** Where a match ends whose first piece stands at the start; -1 for no match. */
    private int end(String text, int start, boolean longest) {
        int position = start + pieces.getFirst().length();
        for (int i = 1; i < pieces.size(); i++) {
            String piece = pieces.get(i);
            boolean last = i == pieces.size() - 1;
            int found = last && longest ? lastIndexOf(text, position, piece) : indexOf(text, position, piece);
            if (found < 0) {
                return -1;
            }
            position = found + piece.length();
        }
        return position;
    }

    private static int indexOf(String text, int from, String piece) {
        for (int at = from; at + piece.length() <= text.length(); at++) {
            if (matches(text, at, piece)) {
                return at;
            }
        }
        return -1;
    }

    private static int lastIndexOf(String text, int from, String piece) {
        for (int at = text.length() - piece.length(); at >= from; at--) {
            if (matches(text, at, piece)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean matches(String text, int at, String piece) {
        if (at + piece.length() > text.length()) {
            return false;
        }
        for (int i = 0; i < piece.length(); i++) {
            if (piece.charAt(i) != ANY && piece.charAt(i) != text.charAt(at + i)) {
                return false;
            }
        }
        return true;
    }
}
