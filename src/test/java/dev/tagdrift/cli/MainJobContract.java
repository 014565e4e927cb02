package dev.tagdrift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.image.Digest;
import dev.tagdrift.testing.CommandRun;
import dev.tagdrift.testing.Distribution;
import dev.tagdrift.testing.Images;
import dev.tagdrift.testing.JarRun;
import dev.tagdrift.testing.Programs;
import dev.tagdrift.testing.Skopeo;
import dev.tagdrift.testing.TempWorkspace;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the program is for, done by the jar against Distribution, wherever that runs. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
abstract class MainJobContract {
    private static final int MANY = 100;

    @TempDir
    private Path project;

    private TempWorkspace workspace = new TempWorkspace(Path.of(""));

    /** Starts an empty registry. */
    abstract Distribution start() throws Exception;

    @BeforeAll
    static void needsSkopeo() {
        Programs.assumeInstalled("skopeo");
    }

    @BeforeEach
    void emptyProject() {
        workspace = new TempWorkspace(project);
    }

    @Test
    void lockedThenMovedThenAccepted() throws Exception {
        try (Distribution registry = start()) {
            String python = registry.host() + "/library/python:3.12-slim";
            String node = registry.host() + "/library/node:20-slim";
            registry.push("library/python", "3.12-slim", Images.index("bookworm"));
            registry.push("library/node", "20-slim", Images.attestedIndex("bookworm", "linux/amd64", "linux/arm64"));
            workspace
                    .file("services/api/Dockerfile", "FROM " + python)
                    .file("services/worker/Dockerfile", "# Jobs.", "ARG IMAGE=" + python, "FROM ${IMAGE}")
                    .file("web/Dockerfile", "FROM " + node + " AS build", "FROM scratch", "COPY --from=build /a /b");

            assertThat(run("lock").exitCode()).isZero();
            assertThat(locked(python)).isEqualTo(Skopeo.digest(python));
            assertThat(locked(node)).isEqualTo(Skopeo.digest(node));
            assertThat(run("check").exitCode()).isZero();

            registry.push("library/python", "3.12-slim", Images.index("trixie"));
            tellsWhatMoved(run("check"), 1, python, "names another image now");
            tellsWhatMoved(
                    run("report"), 0, python, "was built again; packages cannot be compared, as none are recorded");

            movesOneEntry(python);
            assertThat(run("check").exitCode()).isZero();
        }
        assertThat(run("check"))
                .returns(3, CommandRun::exitCode)
                .satisfies(check -> assertThat(check.out()).contains("error[unreachable]"));
    }

    private static void tellsWhatMoved(CommandRun run, int exitCode, String python, String what) {
        assertThat(run.exitCode()).as(run.transcript()).isEqualTo(exitCode);
        assertThat(run.out())
                .containsSubsequence(
                        "services/api/Dockerfile:1: drift[tag-moved]: `" + python + "` " + what,
                        "changed ",
                        " linux/amd64, linux/arm64",
                        "also at ",
                        " services/worker/Dockerfile:3")
                .doesNotContain("web/Dockerfile");
        assertThat(run.err()).contains("2 images in 3 files: 1 as locked, 1 moved");
    }

    /** What a reviewer sees: digests of one entry, and nothing else. */
    private void movesOneEntry(String python) throws Exception {
        List<String> before = workspace.lockfile().lines().toList();
        CommandRun lock = run("lock", "--upgrade-image", python);
        List<String> after = workspace.lockfile().lines().toList();

        assertThat(lock.exitCode()).as(lock.transcript()).isZero();
        assertThat(locked(python)).isEqualTo(Skopeo.digest(python));
        assertThat(after).hasSameSizeAs(before);
        int entry = before.indexOf("    \"" + python + "\": {");
        assertThat(IntStream.range(0, after.size())
                        .filter(line -> !after.get(line).equals(before.get(line)))
                        .boxed())
                .allSatisfy(line -> assertThat(line).isBetween(entry + 1, entry + 9))
                .allSatisfy(line -> assertThat(after.get(line)).contains("sha256:"))
                .hasSize(3);
    }

    @Test
    void aCleanCheckIsOneHeadForEachImage() throws Exception {
        try (Distribution registry = start()) {
            List<String> names = IntStream.range(0, MANY)
                    .mapToObj(number -> "team/app" + number)
                    .toList();
            for (String name : names) {
                registry.push(name, "1", Images.single("app"));
            }
            workspace.file(
                    "Dockerfile",
                    names.stream()
                            .map(name -> "FROM " + registry.host() + "/" + name + ":1")
                            .toArray(String[]::new));
            assertThat(run("lock").exitCode()).isZero();

            List<String> requests = registry.requestsDuring(() -> assertThat(run("check"))
                    .satisfies(check ->
                            assertThat(check.exitCode()).as(check.transcript()).isZero()));

            assertThat(requests)
                    .containsExactlyInAnyOrderElementsOf(names.stream()
                            .map(name -> "HEAD /v2/" + name + "/manifests/1")
                            .toList());
        }
    }

    private CommandRun run(String... arguments) throws Exception {
        return new JarRun().in(workspace.root(), arguments);
    }

    private Digest locked(String reference) {
        return Stream.of(workspace.lockfile().split("\n", -1))
                .dropWhile(line -> !line.contains("\"" + reference + "\""))
                .filter(line -> line.contains("\"digest\""))
                .map(line -> Arrays.asList(line.split("\"", -1)).get(3))
                .flatMap(text -> Digest.parse(text).stream())
                .findFirst()
                .orElseThrow();
    }
}
