package dev.tagdrift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.image.Digest;
import dev.tagdrift.testing.Approved;
import dev.tagdrift.testing.CommandRun;
import dev.tagdrift.testing.FakeRegistry;
import dev.tagdrift.testing.Images;
import dev.tagdrift.testing.TempWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PinCommandTest {
    @AutoClose
    private FakeRegistry registry;

    private TempWorkspace project;
    private Digest python;
    private Digest node;

    @BeforeEach
    void prepare(@TempDir Path folder) throws IOException {
        registry = FakeRegistry.start();
        python = registry.push("library/python", "3.12-slim", Images.index("bullseye"));
        node = registry.push("library/node", "20-alpine", Images.dockerIndex("alpine", "linux/amd64", "linux/arm64"));
        project = TempWorkspace.of(folder, registry)
                .file("api/Dockerfile", "FROM python:3.12-slim AS base", "RUN a")
                .file("web/Dockerfile", "ARG NODE=node:20-alpine", "FROM ${NODE}", "COPY --from=python:3.12-slim a b")
                .done("lock");
        registry.forgetRequests();
    }

    private void approve(String name, CommandRun run) {
        Approved.verify("pin/" + name, run, registry, project);
    }

    @Test
    void writesTheLockedDigests() {
        approve("first", project.run("pin"));
        assertThat(project.read("api/Dockerfile")).isEqualTo("FROM python:3.12-slim@" + python + " AS base\nRUN a\n");
        assertThat(project.read("web/Dockerfile"))
                .isEqualTo("ARG NODE=node:20-alpine@" + node + "\nFROM ${NODE}\nCOPY --from=python:3.12-slim@" + python
                        + " a b\n");
        assertThat(registry.requests()).isEmpty();
        assertThat(project.run("check", "--offline").exitCode()).isEqualTo(0);
    }

    @Test
    void saysThatNothingIsToBeDone() {
        project.done("pin");
        approve("again", project.run("pin"));
        assertThat(project.run("pin", "--check").exitCode()).isEqualTo(0);
    }

    @Test
    void takesThemOutAgain() {
        String before = project.read("web/Dockerfile");
        project.done("pin");
        approve("unpin", project.run("unpin"));
        assertThat(project.read("web/Dockerfile")).isEqualTo(before);
        approve("unpin-again", project.run("unpin"));
    }

    @Test
    void movesWhatIsPinnedAlready() {
        String old = "sha256:" + "0".repeat(64);
        project.file("api/Dockerfile", "FROM python:3.12-slim@" + old);
        approve("updated", project.run("pin", "api"));
        assertThat(project.read("api/Dockerfile")).isEqualTo("FROM python:3.12-slim@" + python + "\n");
    }

    @Test
    void checksAndWritesNothing() {
        String before = project.read("api/Dockerfile");
        approve("check", project.run("pin", "--check"));
        approve("dry-run", project.run("pin", "--dry-run"));
        assertThat(project.read("api/Dockerfile")).isEqualTo(before);
    }

    @Test
    void pinsTheRestOfWhatIsNotLocked() {
        project.append("api/Dockerfile", "FROM ruby:3.3");
        approve("not-locked", project.run("pin"));
        assertThat(project.read("api/Dockerfile")).contains(python.toString()).endsWith("FROM ruby:3.3\n");
    }

    @Test
    void pinsTheRestOfWhatCannotBeRead() {
        project.append("api/Dockerfile", "FROM ${NOTHING}");
        approve("unresolved-variable", project.run("pin"));
        assertThat(project.read("api/Dockerfile")).contains(python.toString());
    }

    @Test
    void tellsWhatStaysAsItIs() {
        registry.push("library/alpine", "latest", Images.index("alpine"));
        registry.push("library/python", "3.12", Images.index("python"));
        registry.push("library/node", "3.12", Images.index("node"));
        project.file(
                        "api/Dockerfile",
                        "ARG PY=3.12",
                        "FROM alpine AS a",
                        "FROM python:${PY}-slim AS b",
                        "FROM python:${PY} AS c",
                        "FROM node:${PY}",
                        "ARG GIVEN",
                        "COPY --from=python:3.12-slim a b")
                .done("lock");
        approve("left", project.run("pin", "api"));
        approve("left-json", project.run("pin", "api", "--check", "--format", "json"));
    }

    @Test
    void noGateIsGreenForWhatIsLeft() {
        project.file("api/Dockerfile", "ARG PY=3.12", "FROM python:${PY}-slim").done("lock");
        assertThat(project.run("pin", "api").exitCode()).isEqualTo(0);
        approve("left-check", project.run("pin", "api", "--check"));
    }

    @Test
    void needsALockfile() throws IOException {
        Files.delete(project.root().resolve("lockfiles/base-images.lock.json"));
        approve("no-lockfile", project.run("pin"));
    }

    @Test
    void takesWhatTheTagsNameNow() {
        project.done("pin");
        Digest moved = registry.move("library/python", "3.12-slim", Images.index("bookworm"));
        Digest other = registry.move("library/node", "20-alpine", Images.index("alpine 2"));
        approve("upgrade-image", project.run("pin", "--upgrade-image", "python:3.12-slim"));
        assertThat(project.read("api/Dockerfile")).contains(moved.toString());
        assertThat(project.locks(moved)).isTrue();
        assertThat(project.locks(other)).isFalse();
        approve("upgrade", project.run("pin", "--upgrade"));
        assertThat(project.read("web/Dockerfile")).contains(other.toString(), moved.toString());
        assertThat(project.run("check").exitCode()).isEqualTo(0);
    }

    @Test
    void leavesThePinsOfWhatCannotBeResolved() {
        project.done("pin");
        Digest moved = registry.move("library/python", "3.12-slim", Images.index("bookworm"));
        registry.deleteTag("library/node", "20-alpine");
        CommandRun run = project.run("pin", "--upgrade");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(project.read("web/Dockerfile")).contains(node.toString(), moved.toString());
    }

    @Test
    void isWhatAcceptsAMoveWhereAPlaceIsPinnedAlready() {
        project.done("pin", "api");
        registry.move("library/python", "3.12-slim", Images.index("bookworm"));
        assertThat(project.run("check").out()).contains("`tagdrift pin --upgrade-image python:3.12-slim`");
        project.done("pin", "--upgrade-image", "python:3.12-slim").done("check", "--offline");
    }

    @Test
    void tellsApartWhatIsPinnedAndWhatNobodyCouldLookAt() {
        registry.deleteTag("library/node", "20-alpine");
        approve("upgrade-unresolved", project.run("pin", "--upgrade"));
        assertThat(project.run("pin", "--upgrade", "--format", "json").out())
                .contains("\"change\": \"unresolved\"", "\"reason\": null");
    }

    @Test
    void repairsWhatAnEndedUpgradeLeft() {
        project.done("pin");
        String files = project.read("api/Dockerfile");
        Digest moved = registry.move("library/python", "3.12-slim", Images.index("bookworm"));
        project.done("pin", "--upgrade").file("api/Dockerfile", files.stripTrailing());
        assertThat(project.run("check", "--offline").exitCode()).isEqualTo(1);
        CommandRun repair = project.run("pin");
        assertThat(repair.exitCode()).isEqualTo(0);
        assertThat(repair.out()).startsWith("updated   api/Dockerfile:1");
        assertThat(project.read("api/Dockerfile")).contains(moved.toString());
    }

    @Test
    void doesNotWriteWhereItOnlyLooks() {
        approve("upgrade-check", project.run("pin", "--upgrade", "--check"));
        approve("upgrade-image-dry-run", project.run("pin", "--upgrade-image", "python:3.12-slim", "--dry-run"));
        approve("both", project.run("pin", "--dry-run", "--check"));
    }

    @Test
    void keepsTheModeAndWritesThroughALink() throws IOException {
        Path file = project.root().resolve("api/Dockerfile");
        Path link = project.root().resolve("Dockerfile");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-x---"));
        Files.createSymbolicLink(link, Path.of("api/Dockerfile"));
        project.done("pin", "Dockerfile");
        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(file)).contains(python.toString());
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rwxr-x---"));
    }

    @Test
    void followsNoLinkOutOfTheRoot(@TempDir Path elsewhere) throws IOException {
        String text = "FROM python:3.12-slim\nFROM node:20-alpine@" + node + "\n";
        Path outside = Files.writeString(elsewhere.resolve("Dockerfile"), text);
        Files.createSymbolicLink(project.root().resolve("Dockerfile"), outside);
        approve("outside", project.run("pin", "Dockerfile"));
        assertThat(outside).hasContent(text);
    }
}
