package dev.tagdrift.dockerfile;

import dev.tagdrift.dockerfile.DockerfileProblem.BadSyntax;
import dev.tagdrift.dockerfile.LogicalLine.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Joins the lines of a file to logical lines, one for each instruction.
 *
 * <p>A line goes on where its last character but spaces and tabs is the escape character, unless that is itself escaped.
 * Comments and blank lines inside of a continued line are left out; a comment continues nothing. The documents that a
 * line opens are none.
 */
final class LineReader {
    /** BuildKit reads no longer line, its end included. */
    private static final int MAX_LINE = 1 << 16;

    /** No instruction is nearly as long; BuildKit sets no limit. */
    private static final int MAX_JOINED = 1 << 20;

    private final String file;
    private final LineTable lines;
    private final char escape;
    private Optional<BadSyntax> problem = Optional.empty();
    private int position;

    LineReader(String file, LineTable lines, char escape) {
        this.file = file;
        this.lines = lines;
        this.escape = escape;
    }

    /**
     * Hands on the logical lines, one after the other, until there are enough: a list of all could be larger than the
     * file by far.
     */
    void read(Predicate<LogicalLine> wantsMore) {
        boolean more = true;
        position = DirectiveReader.start(file);
        while (more && position < file.length()) {
            PhysicalLine line = next();
            int from = line.firstVisible();
            if (from < line.end() && file.charAt(from) != '#') {
                SourceText joined = join(new PhysicalLine(from, line.end()));
                List<Document> documents = new ArrayList<>();
                Heredocs.openedBy(joined).forEach(heredoc -> documents.add(document(heredoc, joined)));
                boolean leftOut = joined.isEmpty() && problem.isPresent();
                more = leftOut || wantsMore.test(new LogicalLine(joined, documents));
            }
        }
    }

    /** The first line that is too long, or document without an end. */
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
        int end = continuation < 0 ? line.end() : continuation;
        if (joined.length() + end - line.start() > MAX_JOINED) {
            report(line.start(), SyntaxError.TOO_COMPLEX);
        } else {
            joined.append(file, line.start(), end);
        }
        return continuation >= 0;
    }

    private Document document(Heredoc heredoc, SourceText opener) {
        int start = position;
        while (position < file.length()) {
            PhysicalLine line = next();
            int from = heredoc.indented() ? line.behindTabs() : line.start();
            if (line.end() - from == heredoc.terminator().length() && file.startsWith(heredoc.terminator(), from)) {
                return document(heredoc, start, line.start());
            }
        }
        if (problem.isEmpty()) {
            String written = "<<" + ByteText.readable(heredoc.terminator());
            problem = Optional.of(new BadSyntax(opener.line(), written, SyntaxError.UNCLOSED_HEREDOC));
        }
        return document(heredoc, start, start);
    }

    /** Of a document without variables, nothing need be known. */
    private Document document(Heredoc heredoc, int start, int end) {
        boolean dollar = heredoc.expanded() && hasDollar(start, end);
        if (dollar && end - start > MAX_JOINED) {
            report(start, SyntaxError.TOO_COMPLEX);
        }
        int kept = dollar && end - start <= MAX_JOINED ? end : start;
        return new Document(
                heredoc,
                new SourceText.Builder(lines, start).append(file, start, kept).build());
    }

    private boolean hasDollar(int start, int end) {
        int at = start;
        while (at < end && file.charAt(at) != '$') {
            at++;
        }
        return at < end;
    }

    private PhysicalLine next() {
        int start = position;
        int end = file.indexOf('\n', start);
        boolean tooLong = end < 0 ? file.length() - start >= MAX_LINE : end + 1 - start > MAX_LINE;
        if (tooLong) {
            report(start, SyntaxError.LINE_TOO_LONG);
        }
        end = end < 0 ? file.length() : end;
        position = Math.min(end + 1, file.length());
        while (end > start && file.charAt(end - 1) == '\r') {
            end--;
        }
        return new PhysicalLine(start, end);
    }

    private void report(int offset, SyntaxError error) {
        if (problem.isEmpty()) {
            int end = Math.min(offset + 20, file.length());
            String written = ByteText.readable(file.substring(offset, end)).strip();
            problem = Optional.of(new BadSyntax(lines.lineAt(offset), written, error));
        }
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
            int space = at < end ? ByteText.spaceAt(file, at) : 0;
            while (space > 0) {
                at += space;
                space = at < end ? ByteText.spaceAt(file, at) : 0;
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
