package dev.tagdrift.dockerfile;

import dev.tagdrift.dockerfile.DockerfileProblem.BadSyntax;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Joins the lines of a file to logical lines, one for each instruction.
 *
 * <p>A line goes on where its last character but spaces and tabs is the escape character, unless that is itself escaped.
 * Comments and blank lines inside of a continued line are left out; a comment continues nothing. The documents that a
 * line opens are skipped.
 */
final class LineReader {
    private final String file;
    private final LineTable lines;
    private final char escape;
    private final Function<SourceText, List<Heredoc>> heredocs;
    private Optional<BadSyntax> problem = Optional.empty();
    private int position;

    LineReader(String file, LineTable lines, char escape, Function<SourceText, List<Heredoc>> heredocs) {
        this.file = file;
        this.lines = lines;
        this.escape = escape;
        this.heredocs = heredocs;
    }

    /** Hands on the logical lines, one after the other: a list of all could be larger than the file by far. */
    void read(Consumer<SourceText> logicalLine) {
        position = DirectiveReader.start(file);
        while (position < file.length()) {
            PhysicalLine line = next();
            int from = line.firstVisible();
            if (from < line.end() && file.charAt(from) != '#') {
                SourceText joined = join(new PhysicalLine(from, line.end()));
                if (!joined.isEmpty()) {
                    logicalLine.accept(joined);
                    heredocs.apply(joined).forEach(heredoc -> skip(heredoc, joined));
                }
            }
        }
    }

    /** The document without an end. */
    Optional<BadSyntax> problem() {
        return problem;
    }

    private SourceText join(PhysicalLine first) {
        SourceText.Builder joined = new SourceText.Builder(lines, first.start());
        boolean goesOn = append(first, joined);
        while (goesOn && position < file.length()) {
            PhysicalLine line = next();
            int visible = line.firstVisible();
            if (visible < line.end() && file.charAt(visible) != '#') {
                goesOn = append(line, joined);
            }
        }
        return joined.build();
    }

    private boolean append(PhysicalLine line, SourceText.Builder joined) {
        int continuation = line.continuation();
        joined.append(file, line.start(), continuation < 0 ? line.end() : continuation);
        return continuation >= 0;
    }

    private void skip(Heredoc heredoc, SourceText opener) {
        while (position < file.length()) {
            PhysicalLine line = next();
            int from = heredoc.indented() ? line.behindTabs() : line.start();
            if (line.end() - from == heredoc.terminator().length() && file.startsWith(heredoc.terminator(), from)) {
                return;
            }
        }
        if (problem.isEmpty()) {
            String written = "<<" + ByteText.readable(heredoc.terminator());
            problem = Optional.of(new BadSyntax(opener.line(), written, SyntaxError.UNCLOSED_HEREDOC));
        }
    }

    private PhysicalLine next() {
        int start = position;
        int end = file.indexOf('\n', start);
        end = end < 0 ? file.length() : end;
        position = Math.min(end + 1, file.length());
        while (end > start && file.charAt(end - 1) == '\r') {
            end--;
        }
        return new PhysicalLine(start, end);
    }

    /** A line of the file, without its end. */
    private final class PhysicalLine {
        private final int start;
        private final int end;

        PhysicalLine(int start, int end) {
            this.start = start;
            this.end = end;
        }

        int start() {
            return start;
        }

        int end() {
            return end;
        }

        int firstVisible() {
            int at = start;
            while (at < end && ByteText.isSpace(file.charAt(at))) {
                at++;
            }
            return at;
        }

        int behindTabs() {
            int at = start;
            while (at < end && file.charAt(at) == '\t') {
                at++;
            }
            return at;
        }

        /** The place of the character that continues the line, or -1. */
        int continuation() {
            int at = end - 1;
            while (at >= start && (file.charAt(at) == ' ' || file.charAt(at) == '\t')) {
                at--;
            }
            boolean found = at >= start && file.charAt(at) == escape;
            boolean escaped = at > start && file.charAt(at - 1) == escape;
            return found && !escaped ? at : -1;
        }
    }
}
