package dev.tagdrift.pin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.dockerfile.Dockerfile;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.Platform;
import dev.tagdrift.pin.UseChange.Rewritten;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every Dockerfile. */
class RewritingPropertyTest {
    private static final int SEEDS = 2000;

    /** One build, or two that differ in a variable and in their platform. */
    private static Builds builds(long seed) {
        Builds one = Texts.builds(Map.of());
        return seed % 3 != 0
                ? one
                : content -> List.of(
                        one.of(content).getFirst(),
                        Dockerfile.parse(content)
                                .evaluate(
                                        Map.of("A1", "3.12"),
                                        Platform.parse("linux/arm64").orElseThrow()));
    }

    static LongStream seeds() {
        return LongStream.range(0, SEEDS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void holds(long seed) {
        byte[] original = Texts.bytes(GeneratedDockerfile.of(seed));
        Builds builds = builds(seed);
        Goal goal = Texts.pinAll(builds.of(original));

        Rewriting.Result pinned = Rewriting.of(original, builds, goal);

        assertThat(Texts.unpin(pinned.content(), builds).content()).isEqualTo(original);
        assertThat(Rewriting.of(pinned.content(), builds, goal).content()).isEqualTo(pinned.content());
        assertThat(stripped(Texts.text(pinned))).isEqualTo(GeneratedDockerfile.of(seed));
        List<Place> before = Place.of(builds.of(original));
        List<Place> after = Place.of(builds.of(pinned.content()));
        assertThat(after).hasSameSizeAs(before);
        for (int i = 0; i < before.size(); i++) {
            assertThat(after.get(i).references())
                    .isEqualTo(expected(pinned.changes().get(i), goal));
        }
    }

    private static List<ImageReference> expected(UseChange change, Goal goal) {
        List<ImageReference> before = change.place().references();
        return change instanceof Rewritten
                ? List.of(goal.wanted(before.getFirst()).orElseThrow())
                : before;
    }

    private static String stripped(String text) {
        return text.replaceAll("@sha256:[0-9a-f]{64}", "");
    }

    @Test
    void theInputsAreNotAllAlike() {
        List<Class<?>> kinds = seeds().boxed()
                .flatMap(seed -> {
                    byte[] content = Texts.bytes(GeneratedDockerfile.of(seed));
                    return Texts.pin(content, builds(seed)).changes().stream();
                })
                .<Class<?>>map(Object::getClass)
                .toList();

        assertThat(kinds.stream().filter(Rewritten.class::equals).count()).isGreaterThan(SEEDS / 3);
        assertThat(kinds.stream().filter(UseChange.Unchanged.class::equals).count())
                .isGreaterThan(SEEDS / 3);
    }
}
