package dev.tagdrift.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.report.Entry.Topic;
import dev.tagdrift.source.Location;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FingerprintsTest {
    private static Entry entry(Id id, String path, int line, String subject) {
        Message message = new Message(Kind.ERROR, id, path + ":" + line, "words", List.of(), List.of());
        return new Entry(
                Topic.UNREAD, message, List.of(new Location(path, line)), List.of(), subject, Optional.empty());
    }

    private static List<String> of(Entry... entries) {
        Fingerprints fingerprints = new Fingerprints();
        return List.of(entries).stream().map(fingerprints::next).toList();
    }

    @Test
    void stayWhenLinesShift() {
        assertThat(of(entry(Id.BAD_STAGE, "Dockerfile", 3, "a"), entry(Id.BAD_STAGE, "Dockerfile", 4, "a")))
                .isEqualTo(of(entry(Id.BAD_STAGE, "Dockerfile", 7, "a"), entry(Id.BAD_STAGE, "Dockerfile", 9, "a")));
    }

    @Test
    void tellEntriesApart() {
        assertThat(of(
                        entry(Id.BAD_STAGE, "Dockerfile", 3, "a"),
                        entry(Id.BAD_STAGE, "Dockerfile", 3, "a"),
                        entry(Id.BAD_STAGE, "Dockerfile", 3, "b"),
                        entry(Id.BAD_SYNTAX, "Dockerfile", 3, "a"),
                        entry(Id.BAD_STAGE, "web/Dockerfile", 3, "a")))
                .doesNotHaveDuplicates();
    }
}
