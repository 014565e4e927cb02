package dev.tagdrift.pin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.dockerfile.Dockerfile;
import dev.tagdrift.image.Platform;
import dev.tagdrift.pin.UseChange.Kept;
import dev.tagdrift.pin.UseChange.Rewritten;
import dev.tagdrift.pin.UseChange.Unchanged;
import dev.tagdrift.pin.UseChange.Unknown;
import dev.tagdrift.testing.Uses;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RewritingTest {
    private static final Builds PLAIN = Texts.builds(Map.of());

    /** {@code @} marks where the digest of the name in front of it comes to stand. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "FROM python:3.12@",
                "FROM \"python:3.12@\" AS a",
                "FROM python:'3.12@'",
                "\uFEFFfrom   python:3.12@\t as a\r\nRUN x\r\n",
                "FROM docker.io/library/python:3.12@",
                "ARG IMAGE=python:3.12@\nFROM ${IMAGE}",
                "ARG IMAGE=\"python:3.12@\"\nFROM ${IMAGE}",
                "ARG V=3.12@\nFROM python:${V}",
                "ARG V=3.12@ X=y\nFROM python:$V",
                "ARG R=docker.io/library\nFROM ${R}/python:3.12@",
                "ARG R\nFROM ${R:-docker.io/library}/python:3.12@",
                "FROM ${IMAGE:-python:3.12@}",
                "ARG IMAGE=python:3.12@\nFROM ${IMAGE} AS a\nFROM ${IMAGE} AS b",
                "ARG V=3.12@\nARG IMAGE=python:${V}\nFROM ${IMAGE}",
                "FROM scratch\nCOPY --from=python:3.12@ a b",
                "FROM scratch\nRUN --mount=type=bind,from=python:3.12@,target=/t true",
                "# syntax=python:3.12@\nFROM scratch",
                "FROM python:3.1\\\n2@\nRUN a",
            })
    void writesTheDigestBehindTheTag(String marked) {
        byte[] original = Texts.bytes(marked.replace("@", ""));
        String expected = marked.replace("@", "@" + Texts.digest(Uses.tag("python:3.12")));

        Rewriting.Result pinned = Texts.pin(original, PLAIN);

        assertThat(Texts.text(pinned)).isEqualTo(expected);
        assertThat(pinned.changes()).allMatch(Rewritten.class::isInstance);
        assertThat(Texts.unpin(pinned.content(), PLAIN).content()).isEqualTo(original);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NO_TAG FROM python",
                "NO_TAG ARG IMAGE=python\nFROM ${IMAGE}",
                "NO_TAG # syntax=docker/dockerfile\nFROM scratch",
                "SPLIT_TAG ARG V=3.12\nFROM python:${V}-slim",
                "SPLIT_TAG ARG A=3 B=12\nFROM python:$A.$B",
                "SPLIT_TAG ARG V=3.12-slim\nFROM python:${V%-slim}",
                "SHARED_ARGUMENT ARG V=3\nFROM python:${V} AS a\nFROM node:${V}",
                "SHARED_ARGUMENT ARG V=3\nFROM python:${V} AS a\nFROM a\nARG V\nRUN echo $V",
                "SHARED_ARGUMENT ARG V=3\nARG W=$V\nFROM python:${W} AS a\nARG W",
                "GIVEN_OUTSIDE FROM python:3-${TARGETARCH}",
                "GIVEN_OUTSIDE ARG GIVEN=3.12\nFROM python:${GIVEN}",
                "GIVEN_OUTSIDE FROM replaced:1",
            })
    void leavesWhatHasNoPlaceForADigest(String described) {
        int space = described.indexOf(' ');
        byte[] content = Texts.bytes(described.substring(space + 1));
        Builds builds = text -> List.of(Dockerfile.parse(text)
                .evaluate(
                        Map.of("GIVEN", "3.11"),
                        Map.of("replaced:1", "docker-image://python:3.12"),
                        Platform.LINUX_AMD64));

        Rewriting.Result result = Texts.pin(content, builds);

        assertThat(result.content()).isEqualTo(content);
        assertThat(result.changes())
                .isNotEmpty()
                .allSatisfy(change ->
                        assertThat(((Unchanged) change).reason().name()).isEqualTo(described.substring(0, space)));
    }

    @Test
    void leavesWhatIsSeveralImages() {
        Builds matrix = content -> List.of(
                Dockerfile.parse(content).evaluate(Map.of("V", "3.11"), Platform.LINUX_AMD64),
                Dockerfile.parse(content).evaluate(Map.of("V", "3.12"), Platform.LINUX_AMD64));

        Rewriting.Result result = Texts.pin(Texts.bytes("ARG V\nFROM python:$V\nFROM node:20"), matrix);

        assertThat(Texts.text(result)).isEqualTo("ARG V\nFROM python:$V\nFROM " + Texts.pinned("node:20"));
        assertThat(((Unchanged) result.changes().getFirst()).reason()).isEqualTo(Left.SEVERAL_IMAGES);
    }

    @Test
    void leavesADefaultThatOneBuildOverrides() {
        Builds matrix = content -> List.of(
                Dockerfile.parse(content).evaluate(Map.of(), Platform.LINUX_AMD64),
                Dockerfile.parse(content).evaluate(Map.of("V", "3.12"), Platform.LINUX_AMD64));

        Rewriting.Result result = Texts.pin(Texts.bytes("ARG V=3.12\nFROM python:$V"), matrix);

        assertThat(((Unchanged) result.changes().getFirst()).reason()).isEqualTo(Left.GIVEN_OUTSIDE);
    }

    @Test
    void movesAPinToTheLockedDigest() {
        String old = "sha256:" + "a".repeat(64);

        Rewriting.Result result = Texts.pin(Texts.bytes("FROM python:3.12@" + old + " AS a\n"), PLAIN);

        assertThat(Texts.text(result)).isEqualTo("FROM " + Texts.pinned("python:3.12") + " AS a\n");
        assertThat(Texts.pin(result.content(), PLAIN).changes()).allMatch(Kept.class::isInstance);
    }

    @Test
    void takesNoDigestFromWhatHasNoTag() {
        String text = "FROM python@sha256:" + "a".repeat(64);

        assertThat(Texts.text(Texts.unpin(Texts.bytes(text), PLAIN))).isEqualTo(text);
        assertThat(Texts.text(Texts.pin(Texts.bytes(text), PLAIN))).isEqualTo(text);
    }

    @Test
    void pinsTheRestOfWhatIsNotLocked() {
        byte[] content = Texts.bytes("FROM python:3.12\nFROM node:20");

        Rewriting.Result result = Rewriting.of(content, PLAIN, Texts.pin(Uses.tag("node:20")));

        assertThat(Texts.text(result)).isEqualTo("FROM python:3.12\nFROM " + Texts.pinned("node:20"));
        assertThat(result.changes()).hasExactlyElementsOfTypes(Unknown.class, Rewritten.class);
    }

    @Test
    void leavesAloneWhatItIsToldTo() {
        Goal.Pin all = Texts.pin(Uses.tag("python:3.12"), Uses.tag("node:20"));
        Goal goal = new Goal.Pin(all.lockfile(), Set.of(Uses.tag("python:3.12")));

        Rewriting.Result result = Rewriting.of(Texts.bytes("FROM python:3.12\nFROM node:20"), PLAIN, goal);

        assertThat(Texts.text(result)).isEqualTo("FROM python:3.12\nFROM " + Texts.pinned("node:20"));
    }
}
