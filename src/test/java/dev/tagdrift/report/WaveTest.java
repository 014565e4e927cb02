package dev.tagdrift.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.drift.Finding.TagMoved;
import dev.tagdrift.drift.Judge;
import dev.tagdrift.image.OsRelease;
import dev.tagdrift.settings.FailOn;
import dev.tagdrift.testing.Locked;
import dev.tagdrift.testing.Resolved;
import dev.tagdrift.testing.Uses;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class WaveTest {
    private static final String TRIXIE = "debian 13 (trixie)";

    @Test
    void threeTagsThatGoToOneReleaseAreOneParagraph() {
        List<Entry> told = told(moved("python:3", TRIXIE), moved("node:20", TRIXIE), moved("ruby:3", TRIXIE));
        assertThat(told).hasSize(1);
        Message message = told.getFirst().message();
        assertThat(message.sentence()).isEqualTo("3 tags moved from debian 12 (bookworm) to debian 13 (trixie)");
        assertThat(message.kind()).isEqualTo(Kind.DRIFT);
        assertThat(message.facts().getFirst().items()).containsExactly("python:3", "node:20", "ruby:3");
        assertThat(message.hints())
                .contains("accept all with `tagdrift lock --upgrade-image python:3 --upgrade-image node:20"
                        + " --upgrade-image ruby:3`");
        assertThat(told.getFirst().images()).hasSize(3);
    }

    @Test
    void twoAreToldApart() {
        assertThat(told(moved("python:3", TRIXIE), moved("node:20", TRIXIE))).hasSize(2);
    }

    @Test
    void otherReleasesAndRebuildsAreNoPartOfIt() {
        List<Entry> told = told(
                moved("a:1", TRIXIE),
                moved("b:1", TRIXIE),
                moved("c:1", TRIXIE),
                moved("d:1", "debian 14 (forky)"),
                moved("e:1", Locked.OS));
        assertThat(told.stream().map(entry -> entry.images().size())).containsExactly(3, 1, 1);
    }

    private static List<Entry> told(TagMoved... moves) {
        FindingWording words = new FindingWording("lock.json");
        Judge judge = new Judge(FailOn.DIGEST);
        return Waves.together(
                Stream.of(moves).map(judge::judge).map(words::entry).toList());
    }

    private static TagMoved moved(String name, String os) {
        return new TagMoved(
                Uses.tag(name),
                List.of(Uses.of(name)),
                false,
                Locked.of(Resolved.index("a")),
                Resolved.index("b").descriptor(),
                Optional.empty(),
                OsRelease.parse(os),
                Optional.empty());
    }
}
