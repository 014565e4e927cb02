package dev.tagdrift.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.drift.Finding.TagMoved;
import dev.tagdrift.drift.Judge;
import dev.tagdrift.explain.Cause;
import dev.tagdrift.image.OsRelease;
import dev.tagdrift.report.Message.Fact;
import dev.tagdrift.settings.FailOn;
import dev.tagdrift.testing.Locked;
import dev.tagdrift.testing.Resolved;
import dev.tagdrift.testing.Uses;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
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
        FindingWording words = new FindingWording(LockfilePlace.usual("lock.json"));
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

    /** Those that share what most of them share, and only then the rest. */
    @Test
    void tagsThatTookTheSamePackageAreOneParagraphWhateverElseTheyTook() {
        List<Entry> told = explained(
                Cause.PACKAGES,
                Map.of(
                        "a:1", List.of("openssl 1 -> 2", "bash 1 -> 2"),
                        "b:1", List.of("openssl 1 -> 2"),
                        "c:1", List.of("curl 1 -> 2", "openssl 1 -> 2"),
                        "d:1", List.of("curl 1 -> 2")));
        assertThat(told.stream().map(entry -> entry.images().size())).containsExactly(3, 1);
        Message message = told.getFirst().message();
        assertThat(message.sentence()).isEqualTo("3 tags were built with other packages, and share what changed");
        assertThat(message.facts().get(1)).isEqualTo(Fact.of("packages", "openssl 1 -> 2"));
        assertThat(told.getFirst().parts()).hasSize(3);
    }

    @Test
    void librariesThatOnlySomeLostAreCounted() {
        List<Entry> told = explained(
                Cause.LIBRARIES,
                Map.of(
                        "a:1", List.of("libssl1.1 -> libssl3", "libffi7"),
                        "b:1", List.of("libssl1.1 -> libssl3"),
                        "c:1", List.of("libssl1.1 -> libssl3")));
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().message().sentence())
                .isEqualTo("3 tags were built with other packages; 1 shared library is gone in all of them");
        assertThat(told.getFirst().message().facts())
                .contains(Fact.of("gone", "libssl1.1 -> libssl3"), Fact.of("more gone", "a:1 (1)"));
    }

    /** A program that does not start names the library that it misses: people look for that name. */
    @Test
    void namesADozenLibrariesAndFewPackages() {
        List<String> things =
                IntStream.rangeClosed(1, 14).mapToObj(Integer::toString).toList();
        assertThat(gone(things.subList(0, 12))).containsExactlyElementsOf(things.subList(0, 12));
        assertThat(gone(things)).hasSize(13).endsWith("12", "2 more");
        assertThat(Wave.packages(things).orElseThrow().items()).containsExactly("1", "2", "3", "4", "10 more");
    }

    private static List<String> gone(List<String> libraries) {
        return Wave.gone(libraries).orElseThrow().items();
    }

    @Test
    void twoMereRebuildsAreOneLine() {
        List<Entry> told =
                explained(Cause.REBUILD, Map.of("a:1", List.of("built again"), "b:1", List.of("built again")));
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().message().sentence()).isEqualTo("2 tags were built again");
    }

    @Test
    void whatIsNewIsNoPartOfWhatIsKnown() {
        Entry known = entry("a:1", Cause.REBUILD, List.of("built again"), false);
        Entry fresh = entry("b:1", Cause.REBUILD, List.of("built again"), true);
        assertThat(Waves.together(List.of(known, fresh))).containsExactly(known, fresh);
    }

    private static List<Entry> explained(Cause cause, Map<String, List<String>> changes) {
        return Waves.together(new TreeMap<>(changes)
                .entrySet().stream()
                        .map(one -> entry(one.getKey(), cause, one.getValue(), false))
                        .toList());
    }

    private static Entry entry(String image, Cause cause, List<String> changes, boolean isNew) {
        return new Entry(
                Entry.Topic.FINDING,
                new Message(Kind.DRIFT, Id.TAG_MOVED, "", image, List.of(), List.of()),
                List.of(),
                List.of(Uses.tag(image)),
                image,
                Optional.empty(),
                Optional.of(new Shift(
                        LockfilePlace.usual("lock.json"),
                        Optional.of(cause),
                        new TreeMap<>(Map.of(cause, new LinkedHashSet<>(changes))),
                        Optional.empty(),
                        Optional.of("lock"),
                        Optional.empty(),
                        isNew)),
                List.of());
    }
}
