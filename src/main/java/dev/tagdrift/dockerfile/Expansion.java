package dev.tagdrift.dockerfile;

import java.util.ArrayList;
import java.util.List;

/**
 * Gathers the text that an expansion gives, the values that are parts of it, and the words that it splits into.
 *
 * <p>BuildKit keeps the word under way in one place for all levels of nesting, so that a nested substitution loses what
 * stood before it. That decides which words open heredocs, so it is kept.
 */
final class Expansion {
    private final StringBuilder text = new StringBuilder();
    private final List<Value> parts = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word;
    private final boolean splits;
    private boolean inWord;

    Expansion(StringBuilder word, boolean splits) {
        this.word = word;
        this.splits = splits;
        word.setLength(0);
    }

    /** Adds a character that ends a word if it is a space. */
    void plain(int point) {
        text.appendCodePoint(point);
        split(point);
    }

    /** Adds a character that belongs to a word whatever it is. */
    void escaped(int point) {
        text.appendCodePoint(point);
        if (splits) {
            word.appendCodePoint(point);
            inWord = true;
        }
    }

    /** Adds a text that belongs to a word whatever is in it. */
    void quoted(String quoted) {
        text.append(quoted);
        if (splits) {
            word.append(quoted);
            inWord = true;
        }
    }

    /** Adds a value that stood between quotes. */
    void quoted(Value value, String quote) {
        parts.add(value);
        quoted(quote + value.text() + quote);
    }

    /** Adds the value of a variable, which can have spaces that end words. */
    void substituted(Value value) {
        text.append(value.text());
        parts.add(value);
        if (splits) {
            value.text().codePoints().forEach(this::split);
        }
    }

    /** Ends the last word. */
    void finish() {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }

    Value value() {
        return Value.of(text.toString(), parts);
    }

    List<String> words() {
        return words;
    }

    private void split(int point) {
        if (!splits) {
            return;
        }
        boolean space = point < 0x80 ? ByteText.isSpace((char) point) : ByteText.isSpacePoint(point);
        if (!space) {
            word.appendCodePoint(point);
            inWord = true;
        } else if (inWord) {
            finish();
        }
    }
}
