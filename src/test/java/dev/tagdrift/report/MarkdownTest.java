package dev.tagdrift.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.report.Message.Fact;
import dev.tagdrift.testing.EveryFinding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Markdown fits where it is put. */
class MarkdownTest {
    private static Message message(String sentence, String fact) {
        return new Message(
                Kind.DRIFT, Id.TAG_MOVED, "Dockerfile:1", sentence, List.of(Fact.of("fact", fact)), List.of());
    }

    private static Bulletin bulletin(List<Message> messages) {
        return Bulletin.of(messages, "the count", ExitCode.DRIFT);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 20, 200, 1_000, 65_536})
    void isNeverTooLong(int limit) {
        Bulletin many = bulletin(Collections.nCopies(2_000, message("ä `b` now", "ü")));
        String markdown = Markdown.of(many, limit);
        assertThat(markdown.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(limit);
        int shown = markdown.split("tag-moved", -1).length - 1;
        if (limit >= 200) {
            assertThat(markdown).contains("the count").endsWith("\n" + CheckWording.notShown(2_000 - shown) + "\n");
        }
    }

    @Test
    void foldsNothingWhereTheFactsAreTooMany() {
        String markdown = Markdown.of(
                bulletin(List.of(message("first", "x".repeat(70_000)), message("second", "y"))), Markdown.COMMENT);
        assertThat(markdown).contains("<p>", "first", "<details>", "second").doesNotContain("xxx", "not shown");
    }

    @Test
    void holdsEverythingWhereThereIsRoom() {
        assertThat(Markdown.of(Bulletin.of(EveryFinding.report()), Markdown.COMMENT))
                .doesNotContain("not shown");
    }

    @Test
    void detailsTakeTheRoomOfNoOther() {
        Told told = new Told(
                "it moved",
                List.of(new Told.Section(
                        "packages", Collections.nCopies(2_000, Told.Row.of("upgraded", "one", "two")))));
        Message message = message("first", "x");
        Shift shift = new Shift(
                LockfilePlace.usual("lock.json"),
                Optional.empty(),
                new TreeMap<>(),
                Optional.of(told),
                Optional.empty(),
                Optional.empty(),
                false);
        Entry entry = new Entry(
                Entry.Topic.FINDING,
                message,
                List.of(),
                List.of(),
                "",
                Optional.empty(),
                Optional.of(shift),
                List.of());
        List<Entry> entries = new ArrayList<>(Collections.nCopies(10, entry));
        entries.add(Entry.setup(message("last", "y")));
        String markdown = Markdown.of(new Bulletin(entries, List.of(), "the count", ExitCode.DRIFT), Markdown.COMMENT);
        assertThat(markdown.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(Markdown.COMMENT);
        assertThat(markdown).contains("last").doesNotContain("not shown");
        assertThat(markdown.split("<table>", -1)).hasSize(11);
    }
}
