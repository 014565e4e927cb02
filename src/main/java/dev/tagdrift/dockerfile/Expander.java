package dev.tagdrift.dockerfile;

import java.util.ArrayList;
import java.util.List;

/**
 * Expands one word as BuildKit's shell lexer does: quotes, escapes and substitutions.
 *
 * <p>Inside of a pattern escapes are kept ("raw"), so that the pattern can tell {@code \*} from {@code *}.
 */
final class Expander {
    /** No name of an image is nearly as deep or as long. */
    private static final int MAX_DEPTH = 100;

    private static final int MAX_LENGTH = 4096;
    private static final char END = 0;

    private final WordScanner word;
    private final char escape;
    private final Variables variables;
    private boolean raw;
    private int depth;

    private Expander(String text, char escape, Variables variables) {
        this.word = new WordScanner(text);
        this.escape = escape;
        this.variables = variables;
    }

    /**
     * The word with its variables replaced.
     *
     * @throws BadWordException if BuildKit would refuse the word
     */
    static Value expand(String word, char escape, Variables variables) throws BadWordException {
        return new Expander(word, escape, variables).until(END, false);
    }

    /** Expands up to a character of this level, which is taken. */
    Value until(char stop, boolean keepEscapes) throws BadWordException {
        if (++depth > MAX_DEPTH) {
            throw new BadWordException(SyntaxError.TOO_COMPLEX);
        }
        boolean before = raw;
        raw = keepEscapes;
        Joined joined = new Joined();
        while (word.hasNext() && (stop == END || word.peek() != stop)) {
            piece(joined);
        }
        if (stop != END && !word.take(stop)) {
            throw new BadWordException(SyntaxError.BAD_SUBSTITUTION);
        }
        raw = before;
        depth--;
        return joined.value();
    }

    private void piece(Joined joined) throws BadWordException {
        char c = word.peek();
        if (c == '\'') {
            singleQuoted(joined);
        } else if (c == '"') {
            doubleQuoted(joined);
        } else if (c == '$') {
            joined.add(new Substitution(word, variables, this).read());
        } else {
            plain(joined);
        }
    }

    private void plain(Joined joined) throws BadWordException {
        char c = word.next();
        if (c == escape) {
            if (raw) {
                joined.add(c);
            }
            if (!word.hasNext()) {
                return;
            }
            c = word.next();
        }
        joined.add(c);
    }

    private void singleQuoted(Joined joined) throws BadWordException {
        word.next();
        while (word.hasNext() && word.peek() != '\'') {
            joined.add(word.next());
        }
        close('\'');
    }

    private void doubleQuoted(Joined joined) throws BadWordException {
        word.next();
        while (word.hasNext() && word.peek() != '"') {
            if (word.peek() == '$') {
                joined.add(new Substitution(word, variables, this).read());
            } else {
                quoted(joined);
            }
        }
        close('"');
    }

    /** Between double quotes only the quote, the dollar and the escape character itself can be escaped. */
    private void quoted(Joined joined) throws BadWordException {
        char c = word.next();
        if (c == escape) {
            if (raw) {
                joined.add(c);
            }
            if (word.hasNext() && (word.peek() == '"' || word.peek() == '$' || word.peek() == escape)) {
                c = word.next();
            }
        }
        joined.add(c);
    }

    private void close(char quote) throws BadWordException {
        if (!word.take(quote)) {
            throw new BadWordException(SyntaxError.UNCLOSED_QUOTE);
        }
    }

    /** The text so far, and the values in it. */
    private static final class Joined {
        private final StringBuilder text = new StringBuilder();
        private final List<Value> parts = new ArrayList<>();

        void add(char c) throws BadWordException {
            text.append(c);
            check();
        }

        void add(Value value) throws BadWordException {
            text.append(value.text());
            parts.add(value);
            check();
        }

        Value value() {
            return Value.of(text.toString(), parts);
        }

        private void check() throws BadWordException {
            if (text.length() > MAX_LENGTH) {
                throw new BadWordException(SyntaxError.TOO_COMPLEX);
            }
        }
    }
}
