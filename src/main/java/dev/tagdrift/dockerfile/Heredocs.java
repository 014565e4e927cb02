package dev.tagdrift.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the documents that a line opens.
 *
 * <p>Only ADD, COPY and RUN, also below ONBUILD and not in exec form, open any: by a word {@code digits<<-word}, where
 * digits and dash may be missing. The backslash escapes here, whatever the escape directive says. A line that cannot be
 * split into words opens none.
 */
final class Heredocs {
    private static final Set<String> OPENERS = Set.of("add", "copy", "run");
    private static final Pattern FORM = Pattern.compile("([0-9]*)<<(-?)[\\t\\n\\f\\r ]*([^<]*)", Pattern.DOTALL);

    private Heredocs() {}

    static List<Heredoc> openedBy(SourceText line) {
        if (!line.text().contains("<<")) {
            return List.of();
        }
        Command command = Command.of(line);
        if (command.name().equals("onbuild") && !command.operands().isEmpty()) {
            command = Command.of(command.operands());
        }
        return OPENERS.contains(command.name()) && !command.isExecForm() ? in(line.written()) : List.of();
    }

    private static List<Heredoc> in(String line) {
        try {
            List<Heredoc> found = new ArrayList<>();
            for (String word : Expander.words(line, ExpansionMode.LINE)) {
                of(word).ifPresent(found::add);
            }
            return found;
        } catch (BadWordException e) {
            return List.of();
        }
    }

    /** The document that a word opens. */
    static Optional<Heredoc> of(String word) {
        Matcher form = FORM.matcher(word);
        if (!form.matches() || form.group(3).isEmpty()) {
            return Optional.empty();
        }
        try {
            List<String> plain = Expander.words(form.group(3), ExpansionMode.TERMINATOR);
            if (plain.size() != 1) {
                return Optional.empty();
            }
            boolean quoted = quotes(plain.getFirst()) != quotes(form.group(3));
            boolean indented = !form.group(2).isEmpty();
            return Optional.of(new Heredoc(ByteText.of(plain.getFirst()), indented, !quoted));
        } catch (BadWordException e) {
            return Optional.empty();
        }
    }

    private static long quotes(String text) {
        return text.chars().filter(c -> c == '"' || c == '\'').count();
    }
}
