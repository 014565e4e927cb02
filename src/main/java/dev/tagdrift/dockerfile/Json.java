package dev.tagdrift.dockerfile;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Checks that a text is one JSON value, strictly, and hands on the items of the outermost array or object.
 *
 * <p>Works without recursion: a stranger's file may nest as it likes.
 */
final class Json {
    /** BuildKit's reader gives up there. */
    private static final int MAX_DEPTH = 10_000;

    /**
     * An item of the outermost array or object.
     *
     * @param key of an object, decoded; empty in an array
     * @param text of a string, decoded; missing for any other value
     * @param start where the value begins, behind the quote of a string
     * @param end where it ends, before the quote of a string
     */
    record Item(String key, Optional<String> text, int start, int end) {}

    private final String json;
    private final Consumer<Item> items;
    private final Deque<Character> open = new ArrayDeque<>();
    private int position;
    private String key = "";
    private String decoded = "";
    private boolean justOpened;

    private Json(String json, int start, Consumer<Item> items) {
        this.json = json;
        this.position = start;
        this.items = items;
    }

    /** Whether the text from the start on is JSON; items are handed on even if it turns out not to be. */
    static boolean isValid(String json, int start, Consumer<Item> items) {
        Json reader = new Json(json, start, items);
        return reader.value() && reader.rest();
    }

    /** What follows the first value, or the first bracket of it, up to the end. */
    private boolean rest() {
        while (!open.isEmpty()) {
            boolean object = open.peek() == '}';
            if (!next(object)) {
                return false;
            }
        }
        skipSpaces();
        return position == json.length();
    }

    /** Behind a value or an opening bracket: closes, or goes on with the next item. */
    private boolean next(boolean object) {
        skipSpaces();
        if (take(open.element())) {
            open.pop();
            justOpened = false;
            return true;
        }
        if (!justOpened && !take(',')) {
            return false;
        }
        justOpened = false;
        return (!object || key()) && value();
    }

    private boolean key() {
        skipSpaces();
        if (!string()) {
            return false;
        }
        key = decoded;
        skipSpaces();
        return take(':');
    }

    private boolean value() {
        skipSpaces();
        int start = position;
        int depth = open.size();
        if (position >= json.length()) {
            return false;
        }
        char c = json.charAt(position);
        boolean isString = c == '"';
        boolean opens = c == '[' || c == '{';
        boolean read = isString ? string() : opens ? bracket(c) : literal();
        if (read && depth == 1) {
            int quote = isString ? 1 : 0;
            Optional<String> text = isString ? Optional.of(decoded) : Optional.empty();
            items.accept(new Item(open.peekLast() == '}' ? key : "", text, start + quote, position - quote));
        }
        return read;
    }

    private boolean bracket(char c) {
        position++;
        justOpened = true;
        open.push(c == '[' ? ']' : '}');
        return open.size() <= MAX_DEPTH;
    }

    private boolean string() {
        if (!take('"')) {
            return false;
        }
        StringBuilder text = new StringBuilder();
        while (position < json.length() && json.charAt(position) != '"') {
            char c = json.charAt(position++);
            if (c < ' ' || (c == '\\' && !escaped(text))) {
                return false;
            }
            if (c != '\\') {
                text.append(c);
            }
        }
        decoded = text.toString();
        return take('"');
    }

    private boolean escaped(StringBuilder text) {
        if (position >= json.length()) {
            return false;
        }
        char c = json.charAt(position++);
        if (c == 'u') {
            return hexadecimal(text);
        }
        int known = "\"\\/bfnrt".indexOf(c);
        if (known >= 0) {
            text.append("\"\\/\b\f\n\r\t".charAt(known));
        }
        return known >= 0;
    }

    private boolean hexadecimal(StringBuilder text) {
        int point = 0;
        for (int i = 0; i < 4; i++) {
            int digit = position < json.length() ? Character.digit(json.charAt(position), 16) : -1;
            if (digit < 0) {
                return false;
            }
            point = point * 16 + digit;
            position++;
        }
        text.append(ByteText.of(String.valueOf((char) point)));
        return true;
    }

    private boolean literal() {
        int start = position;
        while (position < json.length() && "+-.0123456789aeEflnrstu".indexOf(json.charAt(position)) >= 0) {
            position++;
        }
        String word = json.substring(start, position);
        return word.equals("true") || word.equals("false") || word.equals("null") || isNumber(word);
    }

    private static boolean isNumber(String word) {
        return word.length() < 1000 && word.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    }

    private boolean take(char c) {
        if (position >= json.length() || json.charAt(position) != c) {
            return false;
        }
        position++;
        return true;
    }

    private void skipSpaces() {
        while (position < json.length() && isSpace(json.charAt(position))) {
            position++;
        }
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }
}
