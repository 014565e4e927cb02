package dev.tagdrift.dockerfile;

/**
 * An operand that a build expands, though it names no image: BuildKit refuses the file if it cannot.
 *
 * @param text as people read it
 * @param place where it stands
 * @param document whether it is the text of a heredoc
 */
record Word(String text, SourceText place, boolean document) {
    static Word of(SourceText word) {
        return new Word(word.written(), word, false);
    }

    /** Whether nothing in it could be refused. */
    boolean isPlain() {
        for (int i = 0; i < text.length(); i++) {
            if ("$\"'\\`".indexOf(text.charAt(i)) >= 0) {
                return false;
            }
        }
        return true;
    }
}
