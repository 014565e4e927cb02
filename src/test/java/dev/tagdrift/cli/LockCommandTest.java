package dev.tagdrift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.image.Digest;
import dev.tagdrift.testing.Approved;
import dev.tagdrift.testing.CommandRun;
import dev.tagdrift.testing.Debian;
import dev.tagdrift.testing.FakeRegistry;
import dev.tagdrift.testing.Images;
import dev.tagdrift.testing.Secrets;
import dev.tagdrift.testing.TempWorkspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockCommandTest {
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
                .file("api/Dockerfile", "FROM python:3.12-slim")
                .file("web/Dockerfile", "FROM node:20-alpine");
    }

    private void approve(String name, CommandRun run) {
        Approved.verify("lock/" + name, run, registry, project);
    }

    @Test
    void writesWhatTheTagsName() {
        approve("first", project.run("lock"));
        Approved.verify("lock/first.lock.json", project.lockfile());
    }

    @Test
    void asksNobodyWhereAllIsLocked() {
        project.done("lock");
        registry.forgetRequests();
        approve("again", project.run("lock"));
        assertThat(registry.requests()).isEmpty();
    }

    @Test
    void keepsALockedDigestThatHasMoved() {
        project.done("lock");
        registry.move("library/python", "3.12-slim", Images.index("bookworm"));
        project.done("lock");
        assertThat(project.locks(python)).isTrue();
    }

    @Test
    void movesOneImageOnDemand() {
        project.done("lock");
        Digest moved = registry.move("library/python", "3.12-slim", Images.index("bookworm"));
        Digest other = registry.move("library/node", "20-alpine", Images.index("alpine 2"));
        approve("upgrade-image", project.run("lock", "--upgrade-image", "python:3.12-slim"));
        assertThat(project.locks(moved)).isTrue();
        assertThat(project.locks(other)).isFalse();
        project.done("lock", "--upgrade-image", "docker.io/library/node:20-alpine");
        assertThat(project.locks(other)).isTrue();
        assertThat(project.run("check").exitCode()).isEqualTo(0);
    }

    @Test
    void movesAllImagesOnDemand() {
        project.done("lock");
        Digest moved = registry.move("library/python", "3.12-slim", Images.index("bookworm"));
        registry.forgetRequests();
        approve("upgrade", project.run("lock", "--upgrade"));
        assertThat(project.locks(moved)).isTrue();
        assertThat(project.locks(node)).isTrue();
        assertThat(registry.requests().stream().filter(request -> request.contains("node")))
                .containsExactly("HEAD /v2/library/node/manifests/20-alpine");
    }

    @Test
    void refusesToUpgradeWhatNoFileNames() {
        project.done("lock");
        approve("upgrade-unknown", project.run("lock", "--upgrade-image", "pyton:3.12-slim"));
    }

    @Test
    void refusesToUpgradeWhatIsPinned() {
        project.file("api/Dockerfile", "FROM python:3.12-slim@" + python).done("lock");
        approve("upgrade-pinned", project.run("lock", "--upgrade-image", "python:3.12-slim"));
    }

    @Test
    void followsAPin() {
        project.done("lock");
        Digest pinned = registry.push("library/python", "later", Images.index("later"));
        project.file("api/Dockerfile", "FROM python:3.12-slim@" + pinned).done("lock", "--upgrade");
        assertThat(project.locks(pinned)).isTrue();
        assertThat(project.run("check", "--offline").exitCode()).isEqualTo(0);
    }

    @Test
    void removesWhatNoFileNames() {
        project.done("lock").file("web/Dockerfile", "FROM scratch");
        approve("removed", project.run("lock"));
        assertThat(project.locks(node)).isFalse();
    }

    @Test
    void keepsTheEntriesOfFilesThatItDoesNotLookAt() {
        project.done("lock").append("web/Dockerfile", "FROM python:3.12-slim");
        approve("part", project.runIn("web", "lock", "."));
        assertThat(project.locks(python)).isTrue();
    }

    @Test
    void guardsTheWholeRootFromAnyFolder() {
        CommandRun run = project.runIn("web", "lock");
        assertThat(run.exitCode()).isEqualTo(0);
        assertThat(project.locks(python)).isTrue();
    }

    @Test
    void removesNothingWhileAFileCannotBeRead() {
        project.done("lock").file("web/Dockerfile", "FROM ${NODE}");
        approve("unresolved-variable", project.run("lock"));
        assertThat(project.locks(node)).isTrue();
    }

    @Test
    void locksTheRestWhereAnImageIsNotFound() {
        project.append("web/Dockerfile", "FROM " + registry.reference("library/ruby:3.3"));
        approve("not-found", project.run("lock"));
        assertThat(project.locks(python)).isTrue();
        registry.push("library/ruby", "3.3", Images.single("ruby"));
        registry.forgetRequests();
        project.done("lock");
        assertThat(registry.requests()).allMatch(request -> request.contains("ruby"));
    }

    @Test
    void writesNothingOverALockfileThatItCannotRead() {
        project.file("lockfiles/base-images.lock.json", "<<<<<<< ours", "=======", ">>>>>>> theirs");
        String before = project.lockfile();
        approve("lockfile-conflict", project.run("lock"));
        assertThat(project.lockfile()).isEqualTo(before);
    }

    @Test
    void tellsAPlatformThatTheImageDoesNotHave() {
        approve("platform-missing", project.run("lock", "--platform", "linux/amd64,linux/s390x"));
    }

    @Test
    void forgetsNoPlatformForOneThatTheImageDoesNotHave() {
        project.done("lock");
        String before = project.lockfile();
        CommandRun run = project.run("lock", "--platform", "linux/s390x");
        assertThat(run.out()).contains("drift[platform-missing]");
        assertThat(project.lockfile()).isEqualTo(before);
    }

    @Test
    void tellsThatASingleImageIsOfAnotherPlatform() {
        registry.push("library/ruby", "3", Images.single("ruby", "linux/amd64"));
        project.file("web/Dockerfile", "FROM --platform=linux/arm64 ruby:3");
        approve("platform-missing-single", project.run("lock"));
    }

    @Test
    void takesInWhatSomebodyElseLockedMeanwhile() {
        project.file("other/Dockerfile", "FROM ruby:3").append("web/Dockerfile", "FROM php:8");
        registry.push("library/ruby", "3", Images.index("ruby"));
        registry.push("library/php", "8", Images.index("php"));
        AtomicBoolean once = new AtomicBoolean();
        registry.with((request, next) -> {
            if (request.path().contains("php") && once.compareAndSet(false, true)) {
                project.done("lock", "other");
            }
            return next.answer(request);
        });
        project.done("lock", "web");
        assertThat(project.lockfile()).contains("ruby:3", "php:8");
    }

    @Test
    void doesNotWriteOverAConflictThatCameMeanwhile() {
        registry.with((request, next) -> {
            project.file("lockfiles/base-images.lock.json", "<<<<<<< ours", "=======", ">>>>>>> theirs");
            return next.answer(request);
        });
        CommandRun run = project.run("lock");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(project.lockfile()).startsWith("<<<<<<< ours");
    }

    @Test
    void writesNoLockfileOfNothing() {
        registry.close();
        approve("nothing-resolved", project.run("lock"));
        assertThat(project.root().resolve("lockfiles")).doesNotExist();
    }

    @Test
    void namesTheDigestThatIsNotThere() {
        project.file(
                "api/Dockerfile", "FROM " + registry.reference("library/python:3.12-slim@sha256:") + "0".repeat(64));
        approve("pin-not-found", project.run("lock"));
    }

    /** An entry that lacks a fact makes a lock ask for its digest, though it has no need to. */
    @Test
    void tellsThatALockedDigestMayBeGone() {
        forgetReleaseOf("python:3.12-slim");
        registry.deleteManifest("library/python", python);
        String before = project.lockfile();
        approve("locked-not-found", project.run("lock"));
        assertThat(project.lockfile()).isEqualTo(before);
    }

    @Test
    void tellsThatALockedDigestIsGoneWhereThatIsKnown() {
        project.file("api/Dockerfile", "FROM " + registry.reference("library/python:3.12-slim"));
        forgetReleaseOf("python:3.12-slim");
        registry.deleteManifest("library/python", python);
        registry.requireLogin("ci", Secrets.PASSWORD);
        String login = Base64.getEncoder().encodeToString(("ci:" + Secrets.PASSWORD).getBytes(StandardCharsets.UTF_8));
        project.file(
                ".home/.docker/config.json",
                "{\"auths\": {\"" + registry.host() + "\": {\"auth\": \"" + login + "\"}}}");
        approve("locked-gone", project.run("lock"));
    }

    private void forgetReleaseOf(String image) {
        project.done("lock");
        project.file(
                "lockfiles/base-images.lock.json",
                project.lockfile()
                        .replaceFirst("(" + image + "\"[^}]*)\"os\": \"[^\"]*\",\\s*", "$1")
                        .strip());
        assertThat(project.lockfile()).containsOnlyOnce("\"os\"");
    }

    @Test
    void tellsWhatACheckWillNeedToo() {
        project.file("api/Dockerfile", "ARG TAG", "FROM python:${TAG}");
        approve("flags", project.run("lock", "--build-arg", "TAG=3.12-slim", "--platform", "linux/amd64"));
    }

    @Test
    void writesJsonForPrograms() {
        approve("json", project.run("lock", "--format", "json"));
    }

    @Test
    void saysWhichReleaseATagWentTo() {
        registry.push("library/node", "20", Debian.bullseye("node"));
        project.file("Dockerfile", "FROM node:20").done("lock");
        registry.push("library/node", "20", Debian.bookworm("node"));
        assertThat(project.run("lock", "--upgrade").out())
                .startsWith("moved     node:20 ")
                .endsWith("\n          debian 11 (bullseye) -> debian 12 (bookworm)\n");
        registry.push("library/node", "20", Debian.bookworm("node", "bash=5.2"));
        assertThat(project.run("lock", "--upgrade").out()).doesNotContain("debian");
    }
}
