package dev.tagdrift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.testing.CommandRun;
import dev.tagdrift.testing.Distribution;
import dev.tagdrift.testing.DistributionContainer;
import dev.tagdrift.testing.Programs;
import dev.tagdrift.testing.TempWorkspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.junit.jupiter.Testcontainers;

/** With a real engine that builds, pulls and pushes: what it tells about its images is what we take it for. */
@Testcontainers(disabledWithoutDocker = true)
final class LocalEngineContainerIT {
    @TempDir
    private Path folder;

    private final List<String> images = new ArrayList<>();
    private Distribution registry;
    private TempWorkspace project;
    private String base = "";
    private String app = "";

    @BeforeEach
    void start() {
        registry = DistributionContainer.start(Distribution.Setup.OPEN);
        base = registry.host() + "/base:1";
        app = "tagdrift-test-" + registry.port();
        project = new TempWorkspace(folder)
                .file(".gitignore", "bases")
                .file("app", "the app")
                .file("Dockerfile", "FROM " + base, "COPY app /app", "COPY app /twice");
    }

    @AfterEach
    void stop() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("rmi", "-f"));
        command.addAll(images);
        docker(command.toArray(String[]::new));
        registry.close();
    }

    private String docker(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(Arrays.asList(arguments));
        return new String(Programs.run(command.toArray(String[]::new)), StandardCharsets.UTF_8).strip();
    }

    /** Builds an image with these words in it; tells its id. */
    private String build(String name, String dockerfile) throws IOException, InterruptedException {
        images.add(name);
        return docker(
                "build", "-q", "-t", name, "-f", folder.resolve(dockerfile).toString(), folder.toString());
    }

    /** Builds a base and moves the tag to it; tells its id. */
    private String pushBase(String words) throws IOException, InterruptedException {
        project.file("bases/" + words, words)
                .file("bases/" + words + ".base", "FROM scratch", "COPY bases/" + words + " /release");
        String id = build(base, "bases/" + words + ".base");
        docker("push", "-q", base);
        return id;
    }

    private CommandRun run(String... arguments) {
        Map<String, String> environment = Optional.ofNullable(System.getenv("DOCKER_HOST"))
                .map(host -> Map.of("DOCKER_HOST", host))
                .orElse(Map.of());
        return project.runWith(environment, arguments);
    }

    private void expect(int exitCode, String words, String... arguments) {
        CommandRun run = run(arguments);
        assertThat(run.exitCode()).as(run.transcript()).isEqualTo(exitCode);
        assertThat(run.transcript()).contains(words);
    }

    @Test
    void tellsImagesOfTwoBasesApartAndTheStaleCache() throws IOException, InterruptedException {
        String first = pushBase("one");
        project.done("lock");
        build(app + ":1", "Dockerfile");
        expect(0, "was built from " + base, "verify", "daemon:" + app + ":1");
        expect(0, "1 as locked", "check", "--local");

        pushBase("two");
        expect(1, "drift[tag-moved]", "check", "--local");
        project.done("lock", "--upgrade");
        docker("tag", first, base);
        expect(1, "drift[cache-differs]", "check", "--local");
        build(app + ":stale", "Dockerfile");
        expect(1, "was built from another", "verify", app + ":stale");

        docker("pull", "-q", base);
        build(app + ":fresh", "Dockerfile");
        expect(0, "1 as locked", "check", "--local");
        expect(0, "was built from " + base, "verify", app + ":fresh");
        expect(1, "base-differs", "verify", app + ":1");
    }

    @Test
    void knowsAnImageByItsIdAndOneThatWasPushed() throws IOException, InterruptedException {
        pushBase("one");
        project.done("lock");
        String pushed = registry.host() + "/app:1";
        String id = build(pushed, "Dockerfile");
        docker("push", "-q", pushed);
        expect(0, "was built from", "verify", id);
        expect(0, "was built from", "verify", id.substring("sha256:".length()).substring(0, 12));
        expect(0, "was built from", "verify", "registry:" + pushed);
    }

    @Test
    void followsStagesToTheirBase() throws IOException, InterruptedException {
        pushBase("one");
        project.file(
                        "Dockerfile",
                        "FROM " + base + " AS build",
                        "COPY app /app",
                        "FROM scratch",
                        "COPY --from=build /app /")
                .file(
                        "chain.Dockerfile",
                        "FROM " + base + " AS build",
                        "COPY app /app",
                        "FROM build",
                        "COPY app /twice")
                .done("lock");
        build(app + ":1", "Dockerfile");
        expect(0, "without a base", "verify", app + ":1");
        build(app + ":2", "chain.Dockerfile");
        expect(0, "the lowest 1 of its 3 layers", "verify", app + ":2", "-f", "chain.Dockerfile", "--target", "0");
        expect(0, "the lowest 1 of its 3 layers", "verify", app + ":2", "--dockerfile", "chain.Dockerfile");
    }

    @Test
    void cannotTellOfAnImageThatWasFlattened() throws IOException, InterruptedException {
        pushBase("one");
        project.done("lock");
        build(app + ":1", "Dockerfile");
        String container = docker("create", app + ":1", "/none");
        Path tar = Files.createTempFile(folder, "flat", ".tar");
        docker("export", "-o", tar.toString(), container);
        docker("rm", container);
        docker("import", tar.toString(), app + ":flat");
        images.add(app + ":flat");
        expect(3, "error[base-unknown]", "verify", app + ":flat");
    }
}
