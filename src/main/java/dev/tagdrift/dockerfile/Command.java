package dev.tagdrift.dockerfile;

import java.util.Locale;

/**
 * A logical line, split into the parts that all instructions have.
 *
 * @param keyword the first word
 * @param flags the words after it that begin with {@code --}
 * @param operands all that follows
 */
record Command(SourceText keyword, Flags flags, SourceText operands) {
    static Command of(SourceText line) {
        SourceText words = line.strip();
        int end = Words.endOfWord(words, 0);
        Flags flags = Flags.of(words.from(Words.skipAsciiSpaces(words, end)));
        return new Command(words.sub(0, end), flags, flags.rest().strip());
    }

    /** The keyword in lower case, since case does not matter. */
    String name() {
        return keyword.written().toLowerCase(Locale.ROOT);
    }

    /** Whether the operands are in the form of a JSON array of strings. */
    boolean isExecForm() {
        return JsonStrings.of(operands).isArray();
    }
}
