package dev.tagdrift.settings;

/** Knows patterns in the syntax of gitignore that can match nothing, which the matcher would pass over in silence. */
final class IgnorePattern {
    private final String name;
    private int next;

    private IgnorePattern(String name) {
        this.name = name;
    }

    /**
     * False for a comment, for no name at all, and where a bracket stays open, a range runs backwards or the last
     * backslash of a name escapes nothing.
     */
    static boolean canMatch(String pattern) {
        String path = pattern.startsWith("!") ? pattern.substring(1) : pattern;
        if (pattern.startsWith("#") || path.isBlank() || path.indexOf('\n') >= 0) {
            return false;
        }
        boolean named = false;
        for (String name : path.split("/", -1)) {
            if (!new IgnorePattern(name).isWellFormed()) {
                return false;
            }
            named |= !name.isEmpty();
        }
        return named;
    }

    private boolean isWellFormed() {
        while (next < name.length()) {
            boolean good = at('[') ? closesBracket() : skipsCharacter();
            if (!good) {
                return false;
            }
        }
        return true;
    }

    /** Not so for a backslash that has nothing to escape. */
    private boolean skipsCharacter() {
        boolean last = next + 1 == name.length();
        return character() != '\\' || !last;
    }

    /** What {@code [} opens: {@code ]} as the first character stands for itself, and so does one after a backslash. */
    private boolean closesBracket() {
        next++;
        if (at('!') || at('^')) {
            next++;
        }
        for (int first = next; next < name.length(); ) {
            if (at(']') && next > first) {
                next++;
                return true;
            }
            if (name.startsWith("[:", next) ? !skipsClass() : !skipsRange()) {
                return false;
            }
        }
        return false;
    }

    private boolean skipsClass() {
        int end = name.indexOf(":]", next + 2);
        next = end + 2;
        return end >= 0;
    }

    /** A character, or two with a dash between them. */
    private boolean skipsRange() {
        char low = character();
        boolean range = at('-') && next + 1 < name.length() && name.charAt(next + 1) != ']';
        if (range) {
            next++;
            return character() >= low;
        }
        return true;
    }

    private char character() {
        if (at('\\') && next + 1 < name.length()) {
            next++;
        }
        return name.charAt(next++);
    }

    private boolean at(char wanted) {
        return next < name.length() && name.charAt(next) == wanted;
    }
}
