package dev.tagdrift.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the documents that a line opens.
 *
 * <p>Only ADD, COPY and RUN, also below ONBUILD and not in exec form, open any: by a word {@code digits<<-word}, where
 * digits and dash may be missing. The backslash escapes here, whatever the escape directive says.
 */
final class Heredocs {
    private static final Set<String> OPENERS = Set.of("add", "copy", "run");

    private final SourceText line;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean unclosed;
    private int position;

    private Heredocs(SourceText line) {
        this.line = line;
    }

    static List<Heredoc> openedBy(SourceText line) {
        if (!line.text().contains("<<")) {
            return List.of();
        }
        Command command = Command.of(line);
        if (command.name().equals("onbuild")) {
            command = Command.of(command.operands());
        }
        if (!OPENERS.contains(command.name()) || command.isExecForm()) {
            return List.of();
        }
        return new Heredocs(line)
                .split().stream().flatMap(found -> heredoc(found).stream()).toList();
    }

    private static Optional<Heredoc> heredoc(String word) {
        int arrows = word.indexOf("<<");
        if (arrows < 0 || !word.substring(0, arrows).chars().allMatch(Character::isDigit)) {
            return Optional.empty();
        }
        boolean indented = word.startsWith("-", arrows + 2);
        String name = word.substring(arrows + (indented ? 3 : 2)).strip();
        if (name.isEmpty() || name.indexOf('<') >= 0) {
            return Optional.empty();
        }
        return Optional.of(new Heredoc(unquoted(name), indented));
    }

    /** The words with their quotes; none at all where a quote is not closed. */
    private List<String> split() {
        while (position < line.length()) {
            char c = line.charAt(position);
            if (ByteText.isSpace(c)) {
                endWord();
                position++;
            } else if (c == '"' || c == '\'') {
                quoted(c);
            } else if (line.text().startsWith("<<", position)) {
                arrows();
            } else {
                take(c == '\\' ? 2 : 1);
            }
        }
        endWord();
        return unclosed ? List.of() : words;
    }

    /** Spaces may stand between the arrows and the word. */
    private void arrows() {
        take(2);
        while (position < line.length() && ByteText.isSpace(line.charAt(position))) {
            take(1);
        }
    }

    private void quoted(char quote) {
        take(1);
        while (position < line.length() && line.charAt(position) != quote) {
            take(line.charAt(position) == '\\' && quote == '"' ? 2 : 1);
        }
        unclosed |= position >= line.length();
        take(1);
    }

    private void take(int count) {
        int end = Math.min(position + count, line.length());
        word.append(line.text(), position, end);
        position = end;
    }

    private void endWord() {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private static String unquoted(String word) {
        StringBuilder plain = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == '\\' && quote != '\'' && i + 1 < word.length()) {
                plain.append(word.charAt(++i));
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
