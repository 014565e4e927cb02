package dev.tagdrift.dockerfile;

import java.util.List;

/**
 * Expands one text as BuildKit's shell lexer does: quotes, escapes and substitutions.
 *
 * <p>Inside of a pattern escapes are kept ("raw"), so that the pattern can tell {@code \*} from {@code *}.
 */
final class Expander {
    /** Deeper than any sane word, and far from the end of the stack. */
    private static final int MAX_DEPTH = 200;

    private static final int END = WordScanner.END;

    private final WordScanner word;
    private final char escape;
    private final Variables variables;
    private final Budget budget;
    private final ExpansionMode mode;
    private final StringBuilder lastWord = new StringBuilder();
    private boolean raw;
    private int depth;

    private Expander(String text, char escape, Variables variables, ExpansionMode mode) {
        this.word = new WordScanner(text);
        this.escape = escape;
        this.variables = variables;
        this.budget = variables.budget();
        this.mode = mode;
        this.raw = mode.keepsEscapes();
    }

    /**
     * The word with its variables replaced.
     *
     * @throws BadWordException if BuildKit would refuse the word
     */
    static Value expand(String word, char escape, Variables variables) throws BadWordException {
        return new Expander(word, escape, variables, ExpansionMode.WORD).until(END, false);
    }

    /**
     * Expands the text of a heredoc, where quotes mean nothing and the escape character is always the backslash.
     *
     * @throws BadWordException if BuildKit would refuse the text
     */
    static void check(String document, Variables variables) throws BadWordException {
        new Expander(document, '\\', variables, ExpansionMode.DOCUMENT).until(END, false);
    }

    /**
     * The words of a text, which is split after its expansion. No variable is set.
     *
     * @throws BadWordException if BuildKit would refuse the text
     */
    static List<String> words(String text, ExpansionMode mode) throws BadWordException {
        Expander expander = new Expander(text, '\\', Variables.NONE, mode);
        return expander.joined(END, mode.keepsEscapes()).words();
    }

    /** Expands up to a character of this level, which is taken. */
    Value until(int stop, boolean keepEscapes) throws BadWordException {
        return joined(stop, keepEscapes).value();
    }

    boolean keepsUnset() {
        return mode.keepsUnset();
    }

    private Expansion joined(int stop, boolean keepEscapes) throws BadWordException {
        if (++depth > MAX_DEPTH) {
            throw new BadWordException(SyntaxError.TOO_COMPLEX);
        }
        boolean before = raw;
        raw = keepEscapes;
        Expansion joined = new Expansion(lastWord, mode.keepsUnset());
        while (word.hasNext() && (stop == END || word.peek() != stop)) {
            piece(joined);
        }
        if (stop != END && !word.take(stop)) {
            throw new BadWordException(SyntaxError.BAD_SUBSTITUTION);
        }
        joined.finish();
        raw = before;
        depth--;
        return joined;
    }

    private void piece(Expansion joined) throws BadWordException {
        int c = word.peek();
        if (c == '\'' && mode.readsQuotes()) {
            singleQuoted(joined);
        } else if (c == '"' && mode.readsQuotes()) {
            doubleQuoted(joined);
        } else if (c == '$') {
            joined.substituted(substitution());
        } else if (c == '<') {
            arrows(joined);
        } else {
            plain(joined);
        }
    }

    private Value substitution() throws BadWordException {
        Value value = new Substitution(word, variables, this).read();
        budget.spend(value.text().length());
        return value;
    }

    /** Spaces may stand between the arrows of a heredoc and its word: they belong together. */
    private void arrows(Expansion joined) {
        StringBuilder arrows = new StringBuilder().appendCodePoint(word.next());
        if (word.take('<')) {
            arrows.append('<');
            while (word.peek() == ' ' || word.peek() == '\t' || word.peek() == '\r') {
                arrows.appendCodePoint(word.next());
            }
        }
        joined.quoted(arrows.toString());
    }

    private void plain(Expansion joined) {
        int c = word.next();
        if (c != escape) {
            joined.plain(c);
            return;
        }
        if (raw) {
            joined.escaped(c);
        }
        if (word.hasNext()) {
            joined.escaped(word.next());
        }
    }

    private void singleQuoted(Expansion joined) throws BadWordException {
        StringBuilder text = new StringBuilder();
        word.next();
        while (word.hasNext() && word.peek() != '\'') {
            text.appendCodePoint(word.next());
        }
        close('\'');
        joined.quoted(mode.keepsQuotes() ? "'" + text + "'" : text.toString());
    }

    private void doubleQuoted(Expansion joined) throws BadWordException {
        Expansion text = new Expansion(new StringBuilder(), false);
        word.next();
        while (word.hasNext() && word.peek() != '"') {
            if (word.peek() == '$') {
                text.substituted(substitution());
            } else {
                betweenQuotes(text);
            }
        }
        close('"');
        joined.quoted(text.value(), mode.keepsQuotes() ? "\"" : "");
    }

    /** Between double quotes only the quote, the dollar and the escape character itself can be escaped. */
    private void betweenQuotes(Expansion text) {
        int c = word.next();
        if (c == escape) {
            if (raw) {
                text.escaped(c);
            }
            if (word.peek() == '"' || word.peek() == '$' || word.peek() == escape) {
                c = word.next();
            }
        }
        text.escaped(c);
    }

    private void close(char quote) throws BadWordException {
        if (!word.take(quote)) {
            throw new BadWordException(SyntaxError.UNCLOSED_QUOTE);
        }
    }
}
