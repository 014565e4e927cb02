package dev.tagdrift.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The flags of an instruction.
 *
 * @param all in the order of the line
 * @param rest what follows them
 */
record Flags(List<Flag> all, SourceText rest) {
    /**
     * One flag.
     *
     * @param name without dashes
     * @param value what follows the equals sign
     * @param whole the flag from its dashes on
     */
    record Flag(String name, Optional<SourceText> value, SourceText whole) {}

    /**
     * Reads words as long as they begin with {@code --}; a word of nothing else ends them. Quotes and backslashes are
     * taken off here, and the escape directive does not matter.
     */
    static Flags of(SourceText text) {
        List<Flag> flags = new ArrayList<>();
        int position = skipSpaces(text, 0);
        while (text.text().startsWith("--", position)) {
            Unquoting word = new Unquoting(text, position);
            position = word.end();
            if (word.text().text().equals("--")) {
                break;
            }
            flags.add(flag(word.text()));
            position = skipSpaces(text, position);
        }
        return new Flags(flags, text.from(position));
    }

    private static int skipSpaces(SourceText text, int start) {
        int position = start;
        while (position < text.length() && ByteText.isByteSpace(text.charAt(position))) {
            position++;
        }
        return position;
    }

    /** The value of the first flag of this name. */
    Optional<SourceText> value(String name) {
        return all.stream().filter(flag -> flag.name().equals(name)).findFirst().flatMap(Flag::value);
    }

    /** The values of all flags of this name. */
    List<SourceText> values(String name) {
        return all.stream()
                .filter(flag -> flag.name().equals(name))
                .flatMap(flag -> flag.value().stream())
                .toList();
    }

    private static Flag flag(SourceText word) {
        int equals = word.text().indexOf('=');
        return equals < 0
                ? new Flag(word.text().substring(2), Optional.empty(), word)
                : new Flag(word.text().substring(2, equals), Optional.of(word.from(equals + 1)), word);
    }

    /** Reads one word, without its quotes and backslashes. */
    private static final class Unquoting {
        private final SourceText text;
        private final SourceText.Builder word;
        private int position;

        Unquoting(SourceText text, int start) {
            this.text = text;
            this.position = start;
            this.word = new SourceText.Builder(text, start);
            read();
        }

        SourceText text() {
            return word.build();
        }

        int end() {
            return Math.min(position, text.length());
        }

        private void read() {
            char quote = 0;
            while (position < text.length()) {
                char c = text.charAt(position);
                if (quote == 0 && ByteText.isByteSpace(c)) {
                    return;
                }
                if (c == quote) {
                    quote = 0;
                } else if (quote == 0 && (c == '"' || c == '\'')) {
                    quote = c;
                } else {
                    take(c);
                }
                position++;
            }
        }

        private void take(char c) {
            if (c == '\\') {
                position++;
            }
            if (position < text.length()) {
                word.append(text, position);
            }
        }
    }
}
