package dev.tagdrift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.image.Digest;
import dev.tagdrift.testing.Approved;
import dev.tagdrift.testing.CommandRun;
import dev.tagdrift.testing.FakeRegistry;
import dev.tagdrift.testing.Images;
import dev.tagdrift.testing.TempWorkspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mirror that lost its upstream answers 404 for what is there still. */
final class MirrorTest {
    private static final String PYTHON = "library/python";

    @AutoClose
    private FakeRegistry mirror;

    @AutoClose
    private FakeRegistry registry;

    private TempWorkspace project;
    private Digest locked;

    @BeforeEach
    void lockOverTheMirror(@TempDir Path folder) throws IOException {
        mirror = FakeRegistry.start();
        registry = FakeRegistry.start();
        locked = mirror.push(PYTHON, "3.12-slim", Images.index("bullseye"));
        registry.push(PYTHON, "3.12-slim", Images.index("bullseye"));
        project = new TempWorkspace(folder).file("Dockerfile", "FROM " + registry.reference(PYTHON + ":3.12-slim"));
        settings("").done("lock");
    }

    private TempWorkspace settings(String more) {
        return project.file(
                "tagdrift.yaml",
                "registries:",
                "  \"%s\": { mirror: 'http://%s'%s }".formatted(registry.host(), mirror.host(), more));
    }

    @Test
    void tagThatTheMirrorLacksIsUnknownEvenWhereItsCacheHasTheDigest() {
        mirror.deleteTag(PYTHON, "3.12-slim");
        CommandRun run = project.run("check");
        assertThat(run.exitCode()).isEqualTo(3);
        approve("check/mirror-without-tag", run);
        approve("lock/mirror-without-tag", project.run("lock", "--upgrade"));
    }

    @Test
    void digestThatTheMirrorLacksIsUnknownWhereTheTagMoved() {
        mirror.move(PYTHON, "3.12-slim", Images.index("bookworm"));
        mirror.deleteManifest(PYTHON, locked);
        approve("check/mirror-without-digest", project.run("check"));
    }

    @Test
    void loginAtTheMirrorProvesNothingAboutTheRegistry() {
        mirror.requireLogin("ci", "s3cret");
        mirror.deleteTag(PYTHON, "3.12-slim");
        String login =
                "{\"auths\": {\"%s\": {\"username\": \"ci\", \"password\": \"s3cret\"}}}".formatted(mirror.host());
        assertThat(project.runWith(Map.of("DOCKER_AUTH_CONFIG", login), "check").exitCode())
                .isEqualTo(3);
    }

    @Test
    void whatTheMirrorShowsProvesNothingAboutTheRegistryThatIsAskedNext() {
        settings(", fallback: true");
        mirror.deleteTag(PYTHON, "3.12-slim");
        registry.deleteTag(PYTHON, "3.12-slim");
        registry.deleteManifest(PYTHON, locked);
        CommandRun run = project.run("check");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).contains("error[denied]").doesNotContain("vanished");
    }

    private void approve(String name, CommandRun run) {
        Approved.verify(
                name + ".txt", run.transcript().replace(mirror.host(), "MIRROR").replace(registry.host(), "REGISTRY"));
    }
}
