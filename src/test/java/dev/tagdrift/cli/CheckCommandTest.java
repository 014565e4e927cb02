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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    @AutoClose
    private FakeRegistry registry;

    private TempWorkspace project;
    private Digest locked;

    @BeforeEach
    void lockTwoImagesInThreeFiles(@TempDir Path folder) throws IOException {
        registry = FakeRegistry.start();
        locked = registry.push("library/python", "3.12-slim", Images.index("bullseye"));
        registry.push("library/node", "20-alpine", Images.index("alpine"));
        project = TempWorkspace.of(folder, registry)
                .file("services/api/Dockerfile", "FROM python:3.12-slim")
                .file("services/worker/Dockerfile", "# the worker", "", "FROM python:3.12-slim AS worker")
                .file("web/Dockerfile", "FROM node:20-alpine")
                .done("lock");
        registry.forgetRequests();
    }

    private void approve(String name, CommandRun run) {
        Approved.verify("check/" + name, run, registry, project);
    }

    @Test
    void isSilentAndCheapWhereNothingMoved() {
        approve("as-locked", project.run("check"));
        assertThat(registry.requests())
                .containsExactlyInAnyOrder(
                        "HEAD /v2/library/python/manifests/3.12-slim", "HEAD /v2/library/node/manifests/20-alpine");
    }

    @Test
    void failsWhereATagMovedAndNamesEveryPlace() {
        registry.move("library/python", "3.12-slim", Images.index("bookworm"));
        approve("tag-moved", project.run("check"));
    }

    @Test
    void saysWhichPlatformsMoved() {
        registry.move(
                "library/python",
                "3.12-slim",
                Images.index(Map.of("linux/amd64", "bullseye", "linux/arm64", "bookworm")));
        approve("tag-moved-one-platform", project.run("check"));
        assertThat(project.run("check", "--fail-on", "platform", "--platform", "linux/amd64"))
                .extracting(CommandRun::exitCode)
                .isEqualTo(0);
    }

    @Test
    void toleratesAMoveForOtherPlatformsOnlyIfToldSo() {
        registry.move(
                "library/python", "3.12-slim", Images.index("bullseye", "linux/amd64", "linux/arm64", "linux/s390x"));
        approve("tag-moved-not-for-you", project.run("check", "--fail-on", "platform"));
        assertThat(project.run("check").exitCode()).isEqualTo(1);
    }

    @Test
    void tellsAVanishedTagWhoseDigestIsStillThere() {
        lockDirectly();
        registry.deleteTag("library/python", "3.12-slim");
        approve("tag-vanished", project.run("check"));
    }

    /** A mirror's word proves nothing, so here the registry is named in the files. */
    private void lockDirectly() {
        String python = "FROM " + registry.reference("library/python:3.12-slim");
        project.file("services/api/Dockerfile", python)
                .file("services/worker/Dockerfile", "# the worker", "", python + " AS worker")
                .file("web/Dockerfile", "FROM " + registry.reference("library/node:20-alpine"))
                .done("lock");
    }

    @Test
    void tellsAVanishedDigestInsteadOfTheMove() {
        lockDirectly();
        registry.move("library/python", "3.12-slim", Images.index("bookworm"));
        registry.deleteManifest("library/python", locked);
        approve("digest-vanished", project.run("check"));
    }

    @Test
    void doesNotClaimToKnowWhatABareNotFoundMeans() {
        lockDirectly();
        registry.answerHtml404();
        registry.deleteTag("library/python", "3.12-slim");
        approve("denied", project.run("check"));
    }

    @Test
    void isNeverCleanWhereItCouldNotLook() {
        registry.close();
        CommandRun run = project.run("check");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).contains("error[unreachable]", "0 of 2 images");
    }

    @Test
    void comparesFilesAndLockfileOfflineWithoutAskingAnybody() {
        approve("offline", project.run("check", "--offline"));
        project.append("web/Dockerfile", "FROM ruby:3.3");
        approve("not-locked", project.run("check", "--offline"));
        assertThat(registry.requests()).isEmpty();
    }

    @Test
    void tellsAnImageThatNoFileNames() {
        project.file("web/Dockerfile", "FROM scratch");
        approve("unused", project.run("check", "--offline"));
    }

    @Test
    void tellsAMissingLockfileOnce(@TempDir Path other) {
        TempWorkspace fresh =
                TempWorkspace.of(other, registry).file("Dockerfile", "FROM python:3.12-slim", "FROM node:20-alpine");
        CommandRun run = fresh.run("check");
        Approved.verify("check/no-lockfile", run, registry, fresh);
    }

    @Test
    void tellsAPinThatDisagreesWithTheLockfile() {
        Digest other = registry.push("library/python", "other", Images.index("other"));
        project.append("web/Dockerfile", "FROM python:3.12-slim@" + other);
        approve("pin-disagrees", project.run("check", "--offline"));
    }

    @Test
    void tellsAPinThatIsBehindAndDoesNotFail() {
        project.file("services/api/Dockerfile", "FROM python:3.12-slim@" + locked)
                .file("services/worker/Dockerfile", "FROM python:3.12-slim@" + locked);
        registry.move("library/python", "3.12-slim", Images.index("bookworm"));
        approve("pin-behind", project.run("check"));
    }

    @Test
    void tellsAPlatformThatTheImageDoesNotHave() {
        approve("platform-missing", project.run("check", "--platform", "linux/amd64,linux/s390x"));
        approve("incomplete", project.run("check", "--offline", "--platform", "linux/s390x"));
    }

    @Test
    void tellsWhatCannotBeReadAndChecksTheRest() {
        project.append("web/Dockerfile", "FROM node:${VERSION}");
        registry.move("library/python", "3.12-slim", Images.index("bookworm"));
        approve("unresolved-variable", project.run("check"));
    }

    @Test
    void tellsWhatIsUnknownEvenWithoutALockfile(@TempDir Path other) {
        TempWorkspace fresh = TempWorkspace.of(other, registry)
                .file("Dockerfile", "FROM python:3.12-slim", "FROM " + registry.reference("private/app@") + locked);
        CommandRun run = fresh.run("check");
        Approved.verify("check/no-lockfile-and-more", run, registry, fresh);
    }

    @Test
    void tellsHowToRefreshAPinThatVanished() {
        lockDirectly();
        String pinned = "FROM " + registry.reference("library/python:3.12-slim@") + locked;
        project.file("services/api/Dockerfile", pinned).file("services/worker/Dockerfile", pinned);
        registry.move("library/python", "3.12-slim", Images.index("bookworm"));
        registry.deleteManifest("library/python", locked);
        approve("digest-vanished-pinned", project.run("check"));
    }

    @Test
    void findsNoMoveInAPlatformThatIsMerelyNew() {
        registry.push("library/small", "1", Images.index("small", "linux/amd64"));
        project.file("web/Dockerfile", "FROM small:1").done("lock");
        registry.move("library/small", "1", Images.index("small", "linux/amd64", "linux/arm64"));
        assertThat(project.run("check", "--fail-on", "platform").exitCode()).isEqualTo(0);
    }

    @Test
    void refusesToWriteOverALockfileOrIntoNowhereBeforeItAsksAnybody() {
        for (String output : List.of("lockfiles/base-images.lock.json", "no/such/folder.json", "json=web")) {
            CommandRun run = project.run("check", "--output", output);
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("error[not-written]");
        }
        assertThat(registry.requests()).isEmpty();
        assertThat(project.run("check", "--offline").exitCode()).isEqualTo(0);
    }

    @Test
    void doesNotTakeALinkToNothingForNoSettings() throws IOException {
        Files.delete(project.root().resolve("tagdrift.yaml"));
        Files.createSymbolicLink(project.root().resolve("tagdrift.yaml"), Path.of("gone.yaml"));
        CommandRun run = project.run("check");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("tagdrift.yaml: error[unreadable]");
    }

    @Test
    void leavesAnotherRootToItself() {
        project.file("web/tagdrift.yaml", "");
        approve("other-root", project.run("check", "web"));
        assertThat(project.runIn("web", "check", "--offline").out()).contains("no-lockfile");
    }

    @Test
    void logsNoControlCharacters() {
        project.file("ev\u001B[31mil/tagdrift.yaml", "");
        assertThat(project.run("check", "-v").err()).contains("ev\uFFFD[31mil").doesNotContain("\u001B");
    }

    @Test
    void neverWrites() {
        String before = project.lockfile();
        registry.move("library/python", "3.12-slim", Images.index("bookworm"));
        project.append("web/Dockerfile", "FROM ruby:3.3");
        project.run("check");
        assertThat(project.lockfile()).isEqualTo(before);
    }

    @Test
    void logsEveryDigestThatWasSeen() {
        approve("verbose", project.run("check", "-v"));
    }

    @Test
    void tellsOnlyWhatFailsWhenQuiet() {
        assertThat(project.run("check", "-q")).isEqualTo(new CommandRun(0, "", ""));
    }

    @Test
    void coloursOnlyForPeople() {
        registry.move("library/python", "3.12-slim", Images.index("bookworm"));
        List<String> plain = List.of("check", "--color", "never");
        assertThat(CommandRun.in(project.root(), Map.of(), true, "check").out()).contains("\u001B[");
        assertThat(CommandRun.in(project.root(), Map.of("NO_COLOR", "1"), true, "check")
                        .out())
                .doesNotContain("\u001B[");
        assertThat(project.run("check").out()).doesNotContain("\u001B[");
        assertThat(project.run("check", "--color", "always").out()).contains("\u001B[");
        assertThat(CommandRun.in(project.root(), Map.of(), true, plain.toArray(String[]::new))
                        .out())
                .doesNotContain("\u001B[");
    }

    @Test
    void tellsThatAMoveFailsBecauseItsReleaseIsNotKnown() {
        String lockfile = project.done("lock").lockfile();
        project.file("lockfiles/base-images.lock.json", lockfile.replaceAll("\"os\": \"[^\"]*\",\\s*", ""));
        registry.move("library/python", "3.12-slim", Images.index("bookworm"));
        CommandRun run = project.run("check", "--fail-on", "os");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("by `fail-on`: whether the release of the system is the locked one is not known");
        assertThat(project.run("check").out()).doesNotContain("by `fail-on`");
    }

    @Test
    void takesOptionsFromTheEnvironment() {
        registry.close();
        for (String yes : List.of("true", "1", "yes")) {
            assertThat(project.runWith(Map.of("TAGDRIFT_OFFLINE", yes), "check").exitCode())
                    .isEqualTo(0);
        }
        assertThat(project.runWith(Map.of("TAGDRIFT_OFFLINE", ""), "check").exitCode())
                .isEqualTo(3);
    }
}
