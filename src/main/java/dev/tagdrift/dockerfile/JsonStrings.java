package dev.tagdrift.dockerfile;

/** Tells the exec form of an instruction, {@code ["a", "b"]}, from the shell form. */
final class JsonStrings {
    private final String text;
    private int position;

    private JsonStrings(String text) {
        this.text = text;
    }

    static boolean matches(String text) {
        return new JsonStrings(text).isArray();
    }

    private boolean isArray() {
        if (!take('[')) {
            return false;
        }
        if (!take(']')) {
            do {
                if (!string()) {
                    return false;
                }
            } while (take(','));
            if (!take(']')) {
                return false;
            }
        }
        return position == text.length();
    }

    private boolean string() {
        if (position >= text.length() || text.charAt(position) != '"') {
            return false;
        }
        position++;
        while (position < text.length() && text.charAt(position) != '"') {
            position += text.charAt(position) == '\\' ? 2 : 1;
        }
        return take('"');
    }

    /** Takes a character, and the spaces behind it. */
    private boolean take(char c) {
        if (position >= text.length() || text.charAt(position) != c) {
            return false;
        }
        position++;
        while (position < text.length() && ByteText.isSpace(text.charAt(position))) {
            position++;
        }
        return true;
    }
}
