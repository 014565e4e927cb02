package dev.tagdrift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.demo.Response;
import dev.tagdrift.image.Digest;
import dev.tagdrift.testing.CommandRun;
import dev.tagdrift.testing.FakeRegistry;
import dev.tagdrift.testing.Images;
import dev.tagdrift.testing.TempWorkspace;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A registry whose HEAD of a tag tells a digest that it does not know itself: what counts is the body. */
class LyingDigestTest {
    private static final String WRONG = "sha256:" + "0123456789abcdef".repeat(4);

    @AutoClose
    private FakeRegistry registry;

    private TempWorkspace project;

    @BeforeEach
    void lockThenLie(@TempDir Path folder) throws IOException {
        registry = FakeRegistry.start();
        registry.push("library/python", "3.12-slim", Images.index("bullseye"));
        project = TempWorkspace.of(folder, registry)
                .file("Dockerfile", "FROM python:3.12-slim")
                .done("lock");
        registry.with((request, next) -> request.toString().equals("HEAD /v2/library/python/manifests/3.12-slim")
                ? next.answer(request).with("Docker-Content-Digest", WRONG)
                : next.answer(request));
    }

    @Test
    void isNoMove() {
        CommandRun run = project.run("check");
        assertThat(run.exitCode()).as(run.transcript()).isZero();
        assertThat(run.err()).contains("1 as locked");
    }

    @Test
    void hidesNoMove() {
        Digest moved = registry.move("library/python", "3.12-slim", Images.index("bookworm"));
        CommandRun run = project.run("check");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("drift[tag-moved]", "current  " + moved.toString().substring(0, 19));
    }

    @Test
    void isNotBelievedWhereTheBodyCannotBeHad() {
        registry.with((request, next) -> request.toString().equals("GET /v2/library/python/manifests/3.12-slim")
                ? Response.error(403, "DENIED", "injected")
                : next.answer(request));
        CommandRun run = project.run("check");
        assertThat(run.exitCode()).as(run.transcript()).isEqualTo(3);
        assertThat(run.out()).contains("error[denied]").doesNotContain("drift");
    }
}
