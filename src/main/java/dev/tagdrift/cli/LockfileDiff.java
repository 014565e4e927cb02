package dev.tagdrift.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/** What git would show of two versions of a file. */
final class LockfileDiff {
    private LockfileDiff() {}

    /** The lines that differ, as {@code git diff -U0 | grep '^[-+]'} shows them. */
    static List<String> between(String path, String before, String after) {
        RawText old = new RawText(before.getBytes(StandardCharsets.UTF_8));
        RawText current = new RawText(after.getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (DiffFormatter formatter = new DiffFormatter(text)) {
            formatter.setContext(0);
            formatter.format(new HistogramDiff().diff(RawTextComparator.DEFAULT, old, current), old, current);
            formatter.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("memory can always be written to", e);
        }
        return Stream.concat(
                        Stream.of("--- a/" + path, "+++ b/" + path),
                        text.toString(StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("@@")))
                .toList();
    }
}
