package dev.tagdrift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.image.Digest;
import dev.tagdrift.testing.Approved;
import dev.tagdrift.testing.CommandRun;
import dev.tagdrift.testing.FakeEngine;
import dev.tagdrift.testing.FakeEngine.Held;
import dev.tagdrift.testing.FakeRegistry;
import dev.tagdrift.testing.Images;
import dev.tagdrift.testing.Resolved;
import dev.tagdrift.testing.TempWorkspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckLocalTest {
    private static final String NAME = "docker.io/library/python:3.12-slim";

    @AutoClose
    private FakeRegistry registry;

    @AutoClose
    private FakeEngine engine;

    private TempWorkspace project;
    private Digest locked;

    @BeforeEach
    void lockOneImage(@TempDir Path folder) throws IOException {
        registry = FakeRegistry.start();
        engine = FakeEngine.start();
        locked = registry.push("library/python", "3.12-slim", Images.index("bullseye"));
        project = TempWorkspace.of(folder, registry)
                .file("Dockerfile", "FROM python:3.12-slim")
                .file("worker/Dockerfile", "FROM python:3.12-slim@" + locked, "FROM python:3.12-slim")
                .done("lock");
        registry.forgetRequests();
    }

    private CommandRun run(String... arguments) {
        return project.runWith(engine.environment(), arguments);
    }

    private void approve(String name, CommandRun run) {
        Approved.verify(
                "check-local/" + name,
                new CommandRun(run.exitCode(), run.out().replace(engine.host(), "ENGINE"), run.err()),
                registry,
                project);
    }

    @Test
    void isSilentWhereTheEngineHoldsWhatIsLocked() {
        engine.hold(Held.of("layer").pulledAs("python@" + locked), NAME);
        assertThat(run("check", "--local")).extracting(CommandRun::exitCode).isEqualTo(0);
        assertThat(engine.requests()).containsExactly("GET /images/" + NAME + "/json");
    }

    @Test
    void tellsAWarmCacheThatHidesAMove() {
        engine.hold(Held.of("layer").pulledAs("python@" + Resolved.digest("old")), NAME);
        approve("cache-differs", run("check", "--local"));
    }

    @Test
    void sendsNobodyToAPullThatWouldBringTheMovedImage() {
        registry.move("library/python", "3.12-slim", Images.index("bookworm"));
        engine.hold(Held.of("layer").pulledAs("python@" + Resolved.digest("old")), NAME);
        approve("cache-differs-moved", run("check", "--local"));
    }

    @Test
    void knowsTheImageOfOnePlatformOfTheLockedIndex() {
        Digest amd64 = Images.index("bullseye").digest(Resolved.platform("linux/amd64"));
        engine.hold(Held.of("layer").pulledAs("python@" + amd64), NAME);
        assertThat(run("check", "--local").exitCode()).isEqualTo(0);
    }

    @Test
    void tellsAColdCacheThatWouldPullSomethingElse() {
        registry.move("library/python", "3.12-slim", Images.index("bookworm"));
        assertThat(run("check", "--local").out()).contains("drift[tag-moved]").doesNotContain("cache-differs");
        assertThat(run("check", "--local", "--offline").exitCode()).isEqualTo(0);
    }

    @Test
    void notesAnImageThatCameFromNoRegistry() {
        engine.hold(Held.of("layer"), NAME);
        approve("built-here", run("check", "--local", "--offline"));
    }

    @Test
    void asksOnlyTheEngineWhenOffline() {
        engine.hold(Held.of("layer").pulledAs("python@" + Resolved.digest("old")), NAME);
        approve("cache-differs-offline", run("check", "--local", "--offline"));
        assertThat(registry.requests()).isEmpty();
    }

    @Test
    void isNeverCleanWhereNoEngineAnswered() {
        engine.close();
        approve("no-engine", run("check", "--local"));
    }

    @Test
    void saysThatThereIsNoEngine() {
        CommandRun run = project.runWith(Map.of("DOCKER_HOST", "ssh://host"), "check", "--local");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).contains("error[no-engine]", "only unix:// and tcp:// are known");
    }

    @Test
    void letsSomebodyIgnoreIt() {
        engine.hold(Held.of("layer").pulledAs("python@" + Resolved.digest("old")), NAME);
        project.append(
                "tagdrift.yaml",
                "ignore:",
                "  - image: \"python:*\"",
                "    findings: [cache-differs]",
                "    reason: known",
                "    until: 2999-01-01");
        assertThat(run("check", "--local").exitCode()).isEqualTo(0);
    }
}
