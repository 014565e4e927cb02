package dev.tagdrift.explain;

import java.util.function.IntPredicate;

/** Walks along the text of a version. */
final class VersionText {
    private final String text;
    private int position;

    VersionText(String text) {
        this.text = text;
    }

    boolean atEnd() {
        return position == text.length();
    }

    /** The next character; only where there is one. */
    char peek() {
        return text.charAt(position);
    }

    char next() {
        return text.charAt(position++);
    }

    /** The longest run of such characters, which may be empty. */
    String run(IntPredicate kind) {
        int start = position;
        while (!atEnd() && kind.test(peek())) {
            position++;
        }
        return text.substring(start, position);
    }

    static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    static boolean isLetter(int character) {
        return (character | 0x20) >= 'a' && (character | 0x20) <= 'z';
    }
}
