package dev.tagdrift.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/** What git would show of two versions of a file. */
final class TextDiff {
    private static final int CONTEXT = 3;

    private TextDiff() {}

    /** The lines that differ, as {@code git diff -U0 | grep '^[-+]'} shows them. */
    static List<String> between(String path, String before, String after) {
        String hunks = hunks(before.getBytes(StandardCharsets.UTF_8), after.getBytes(StandardCharsets.UTF_8), 0);
        return Stream.concat(head(path), hunks.lines().filter(line -> !line.startsWith("@@")))
                .toList();
    }

    /** A patch, as {@code git diff} shows it and {@code git apply} takes it. */
    static String patch(String path, byte[] before, byte[] after) {
        return head(path).map(line -> line + "\n").collect(Collectors.joining()) + hunks(before, after, CONTEXT);
    }

    private static Stream<String> head(String path) {
        return Stream.of("--- a/" + path, "+++ b/" + path);
    }

    private static String hunks(byte[] before, byte[] after, int context) {
        RawText old = new RawText(before);
        RawText current = new RawText(after);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (DiffFormatter formatter = new DiffFormatter(text)) {
            formatter.setContext(context);
            formatter.format(new HistogramDiff().diff(RawTextComparator.DEFAULT, old, current), old, current);
            formatter.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("memory can always be written to", e);
        }
        return text.toString(StandardCharsets.UTF_8);
    }
}
