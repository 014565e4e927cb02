package dev.tagdrift.pin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.dockerfile.Dockerfile;
import dev.tagdrift.dockerfile.Pulls;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.ImageReference.Pinned;
import dev.tagdrift.image.Platform;
import dev.tagdrift.pin.UseChange.Rewritten;
import dev.tagdrift.testing.Approved;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pins every Dockerfile that the reader of Dockerfiles is tested with, and takes the pins out again. */
class GoldenPinsTest {
    static Stream<Path> cases() throws IOException {
        Path resources = Path.of("src/test/resources");
        try (Stream<Path> good = Files.list(resources.resolve("dockerfiles"));
                Stream<Path> invalid = Files.list(resources.resolve("dockerfiles-invalid"))) {
            return Stream.concat(good, invalid).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void comesBackAsItWas(Path folder) throws IOException {
        Builds builds = builds(folder);
        byte[] original = Texts.unpin(Files.readAllBytes(folder.resolve("Dockerfile")), builds)
                .content();

        byte[] pinned = Texts.pin(original, builds).content();

        assertThat(Texts.unpin(pinned, builds).content()).isEqualTo(original);
        assertThat(Texts.pin(pinned, builds).content()).isEqualTo(pinned);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void meansTheSameImages(Path folder) throws IOException {
        Builds builds = builds(folder);
        byte[] original = Files.readAllBytes(folder.resolve("Dockerfile"));

        Rewriting.Result result = Texts.pin(original, builds);

        List<ImageReference> before = references(builds.of(original));
        List<ImageReference> after = references(builds.of(result.content()));
        assertThat(after.stream().map(GoldenPinsTest::name))
                .containsExactlyElementsOf(
                        before.stream().map(GoldenPinsTest::name).toList());
        assertThat(after.stream().filter(Pinned.class::isInstance).distinct())
                .containsAll(result.changes().stream()
                        .filter(Rewritten.class::isInstance)
                        .map(change -> ((Rewritten) change).after())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isApproved(Path folder) throws IOException {
        byte[] original = Files.readAllBytes(folder.resolve("Dockerfile"));
        Rewriting.Result result = Texts.pin(original, builds(folder));
        if (!result.changes().isEmpty()) {
            Approved.verify(
                    "pinned/" + Path.of("src/test/resources").relativize(folder) + ".txt",
                    new String(result.content(), StandardCharsets.UTF_8) + "--- changes\n" + told(result));
        }
    }

    private static String told(Rewriting.Result result) {
        StringBuilder lines = new StringBuilder();
        for (UseChange change : result.changes()) {
            lines.append(change.place().line())
                    .append(' ')
                    .append(change.place().written())
                    .append(' ')
                    .append(
                            change instanceof UseChange.Unchanged unchanged
                                    ? unchanged.reason()
                                    : change.getClass().getSimpleName())
                    .append('\n');
        }
        return lines.toString();
    }

    private static ImageReference name(ImageReference reference) {
        return reference instanceof Pinned pinned ? pinned.name() : reference;
    }

    private static List<ImageReference> references(List<Pulls> builds) {
        return builds.stream()
                .flatMap(build -> build.pulls().stream())
                .map(pull -> pull.reference())
                .toList();
    }

    private static Builds builds(Path folder) throws IOException {
        Map<String, String> buildArgs = new HashMap<>();
        Path args = folder.resolve("args.txt");
        for (String line : Files.exists(args) ? Files.readAllLines(args) : List.<String>of()) {
            int equals = line.indexOf('=');
            buildArgs.put(line.substring(0, equals), line.substring(equals + 1));
        }
        String platform = buildArgs.getOrDefault("--platform", "linux/amd64");
        buildArgs.remove("--platform");
        Platform target = Platform.parse(platform).orElseThrow();
        return content -> List.of(Dockerfile.parse(content).evaluate(buildArgs, target));
    }
}
