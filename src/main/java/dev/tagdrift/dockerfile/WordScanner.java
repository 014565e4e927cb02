package dev.tagdrift.dockerfile;

/** Walks through the characters of a word; a byte order mark in front of it is none. */
final class WordScanner {
    /** Behind the last character. */
    static final int END = -1;

    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final String SPECIAL = "@*#?-$!0";

    private final String text;
    private int position;

    WordScanner(String text) {
        this.text = text;
        take(BYTE_ORDER_MARK);
    }

    boolean hasNext() {
        return position < text.length();
    }

    /** The character to come, or {@link #END}. */
    int peek() {
        return hasNext() ? text.codePointAt(position) : END;
    }

    int next() {
        int point = peek();
        position += point == END ? 0 : Character.charCount(point);
        return point;
    }

    /** Takes the character if it comes next. */
    boolean take(int point) {
        if (peek() != point) {
            return false;
        }
        next();
        return true;
    }

    /** The name of a variable: digits, or a special parameter, or letters, digits and underscores; or empty. */
    String name() {
        int start = position;
        if (isDigit(peek())) {
            while (isDigit(peek())) {
                next();
            }
        } else if (hasNext() && SPECIAL.indexOf(peek()) >= 0) {
            next();
        } else {
            while (isNameCharacter(peek())) {
                next();
            }
        }
        return text.substring(start, position);
    }

    private static boolean isNameCharacter(int point) {
        return point == '_' || (point != END && (Character.isLetter(point) || isDigit(point)));
    }

    private static boolean isDigit(int point) {
        return point != END && Character.isDigit(point);
    }
}
