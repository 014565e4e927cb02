package dev.tagdrift.dockerfile;

import java.util.Optional;

/**
 * Looks for the key {@code syntax} of a file that is one JSON object.
 *
 * <p>Reads just enough JSON to tell keys of the outermost object from what is inside of others.
 */
final class JsonHeader {
    private final String file;
    private final LineTable lines;
    private int position;
    private int depth;
    private Optional<SourceText> syntax = Optional.empty();

    private JsonHeader(String file, int position, LineTable lines) {
        this.file = file;
        this.position = position;
        this.lines = lines;
    }

    static Optional<SourceText> syntax(String file, int start, LineTable lines) {
        JsonHeader header = new JsonHeader(file, start, lines);
        header.skipSpaces();
        return header.at('{') && header.isWhole() ? header.syntax : Optional.empty();
    }

    /** Whether the file ends where its object does. */
    private boolean isWhole() {
        do {
            if (at('"')) {
                string();
            } else {
                bracket(file.charAt(position));
            }
            skipSpaces();
        } while (depth > 0 && position < file.length());
        return depth == 0 && position == file.length();
    }

    private void bracket(char c) {
        if (c == '{' || c == '[') {
            depth++;
        } else if (c == '}' || c == ']') {
            depth--;
        }
        position++;
    }

    private void string() {
        SourceText key = quoted();
        skipSpaces();
        if (depth != 1 || !key.text().equals("syntax") || !at(':')) {
            return;
        }
        position++;
        skipSpaces();
        if (at('"')) {
            syntax = Optional.of(quoted());
        }
    }

    private SourceText quoted() {
        int start = ++position;
        while (position < file.length() && !at('"')) {
            position += at('\\') ? 2 : 1;
        }
        int end = Math.min(position, file.length());
        position = end + 1;
        return new SourceText.Builder(lines, start).append(file, start, end).build();
    }

    private void skipSpaces() {
        while (position < file.length() && ByteText.isSpace(file.charAt(position))) {
            position++;
        }
    }

    private boolean at(char c) {
        return position < file.length() && file.charAt(position) == c;
    }
}
