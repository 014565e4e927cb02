package dev.tagdrift.dockerfile;

/** Walks through the characters of a word. */
final class WordScanner {
    private static final String SPECIAL = "@*#?-$!0";

    private final String text;
    private int position;

    WordScanner(String text) {
        this.text = text;
    }

    boolean hasNext() {
        return position < text.length();
    }

    /** The character to come; only where there is one. */
    char peek() {
        return text.charAt(position);
    }

    char next() {
        return text.charAt(position++);
    }

    /** Takes the character if it comes next. */
    boolean take(char c) {
        if (!hasNext() || peek() != c) {
            return false;
        }
        position++;
        return true;
    }

    /** The name of a variable: digits, or a special parameter, or letters, digits and underscores; or empty. */
    String name() {
        int start = position;
        if (hasNext() && isDigit(peek())) {
            while (hasNext() && isDigit(peek())) {
                position++;
            }
        } else if (hasNext() && SPECIAL.indexOf(peek()) >= 0) {
            position++;
        } else {
            while (hasNext() && isNameCharacter(peek())) {
                position++;
            }
        }
        return text.substring(start, position);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNameCharacter(char c) {
        // A character above ASCII is a byte of a letter of another alphabet.
        return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c > 0x7F;
    }
}
