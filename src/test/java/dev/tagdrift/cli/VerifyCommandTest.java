package dev.tagdrift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.demo.Format;
import dev.tagdrift.demo.ImageRecipe;
import dev.tagdrift.demo.SyntheticImage;
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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The layers of an image hold nothing but a salt, so two images with one salt share a layer. */
class VerifyCommandTest {
    private static final String NAME = "docker.io/library/python:3.12-slim";

    private FakeRegistry registry;
    private FakeEngine engine;
    private TempWorkspace project;
    private Digest locked;

    @BeforeEach
    void lockOneImage(@TempDir Path folder) throws IOException {
        registry = FakeRegistry.start();
        engine = FakeEngine.start();
        locked = registry.push("library/python", "3.12-slim", Images.index("bullseye"));
        project = TempWorkspace.of(folder, registry)
                .file("Dockerfile", "FROM python:3.12-slim AS build", "FROM build", "COPY app /app")
                .done("lock");
        registry.forgetRequests();
    }

    @AfterEach
    void stop() {
        registry.close();
        engine.close();
    }

    private CommandRun verify(String... arguments) {
        return project.runWith(engine.environment(), arguments);
    }

    private void approve(String name, CommandRun run) {
        CommandRun unified = new CommandRun(
                run.exitCode(),
                run.out().replace(engine.host(), "ENGINE"),
                run.err().replace(engine.host(), "ENGINE"));
        Approved.verify("verify/" + name, unified, registry, project);
    }

    /** What a push of the image built on these layers leaves in the registry. */
    private void pushApp(String... salts) {
        registry.push(
                "team/app",
                "1",
                SyntheticImage.index(Format.OCI, List.of(app("linux/amd64", salts), app("linux/arm64", salts))));
    }

    private static ImageRecipe app(String platform, String... salts) {
        ImageRecipe recipe = ImageRecipe.of(Resolved.platform(platform));
        for (String salt : salts) {
            recipe = recipe.withLayer(Images.layer(salt), salt);
        }
        return recipe;
    }

    @Test
    void knowsTheLockedBaseByItsLayersWithTwoRequests() {
        engine.hold(Held.of("bullseye", "app"), "app:1");
        approve("as-locked", verify("verify", "app:1"));
        assertThat(registry.requests()).hasSize(2).allMatch(request -> request.startsWith("GET "));
    }

    @Test
    void asksNoRegistryWhereTheEngineHoldsTheLockedImage() {
        engine.hold(Held.of("bullseye", "app"), "app:1")
                .hold(Held.of("bullseye"), "docker.io/library/python@" + locked);
        registry.close();
        assertThat(verify("verify", "app:1")).extracting(CommandRun::exitCode).isEqualTo(0);
    }

    @Test
    void tellsTheCachedImageThatItWasBuiltFrom() {
        Digest old = Resolved.digest("old index");
        engine.hold(Held.of("buster", "app"), "app:1").hold(Held.of("buster").pulledAs("python@" + old), NAME);
        approve("from-another-cached", verify("verify", "app:1"));
    }

    @Test
    void tellsThatItWasBuiltFromWhatTheTagNamesNow() {
        registry.move("library/python", "3.12-slim", Images.index("bookworm"));
        engine.hold(Held.of("bookworm", "app"), "app:1");
        approve("from-another-current", verify("verify", "app:1"));
        approve("from-another-json", verify("verify", "app:1", "--format", "json"));
    }

    @Test
    void believesAClaimOnlyIfTheLayersProveIt() {
        Digest older = registry.push("library/python", "older", Images.index("older"));
        Map<String, String> claim = Map.of(
                "org.opencontainers.image.base.name",
                "python:3.12-slim",
                "org.opencontainers.image.base.digest",
                older.toString());
        engine.hold(Held.of("older", "app").labelled(claim), "true:1")
                .hold(Held.of("else", "app").labelled(claim), "false:1");
        approve("from-another-claimed", verify("verify", "true:1"));
        approve("from-elsewhere-claimed", verify("verify", "false:1"));
    }

    @Test
    void tellsAnotherBase() {
        engine.hold(Held.of("alpine", "app"), "app:1");
        approve("from-elsewhere", verify("verify", "app:1"));
    }

    @Test
    void tellsAnotherBaseEvenWhereTheTagCannotBeAsked() {
        engine.hold(Held.of("alpine", "app"), "app:1").hold(Held.of("bullseye"), "docker.io/library/python@" + locked);
        registry.close();
        CommandRun run = verify("verify", "app:1");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("not compared");
    }

    @Test
    void cannotTellOfAFlatImage() {
        engine.hold(Held.of("flattened"), "app:1");
        approve("flattened", verify("verify", "app:1"));
    }

    @Test
    void cannotTellWhereTheBaseCannotBeAsked() {
        engine.hold(Held.of("bullseye", "app"), "app:1");
        registry.close();
        CommandRun run = verify("verify", "app:1");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).contains("error[unreachable]", "nobody can tell what `app:1` was built from");
    }

    @Test
    void cannotTellWhatIsNotLocked() {
        project.file("Dockerfile", "FROM node:20");
        engine.hold(Held.of("bullseye", "app"), "app:1");
        approve("not-locked", verify("verify", "app:1"));
    }

    @Test
    void cannotTellWhatTheFileDoesNotSay() {
        project.file("Dockerfile", "FROM node:${VERSION}");
        engine.hold(Held.of("bullseye", "app"), "app:1");
        approve("unread", verify("verify", "app:1"));
    }

    @Test
    void cannotTellOfABaseWithoutLayers() {
        registry.push("library/empty", "1", SyntheticImage.single(app("linux/amd64")));
        project.file("Dockerfile", "FROM empty:1").done("lock");
        engine.hold(Held.of("app"), "app:1");
        approve("without-layers", verify("verify", "app:1"));
    }

    @Test
    void hasNothingToVerifyWhereItBeginsWithNothing() {
        project.file("Dockerfile", "FROM python:3.12-slim AS build", "FROM scratch", "COPY --from=build /app /app");
        engine.hold(Held.of("app"), "app:1");
        approve("from-nothing", verify("verify", "app:1"));
    }

    @Test
    void takesNothingForTheBaseOnlyWhereNoOtherBaseIsPossible() {
        project.file("Dockerfile", "ARG BASE=scratch", "FROM ${BASE}")
                .append(
                        "tagdrift.yaml",
                        "builds:",
                        "  - files: Dockerfile",
                        "    build-args: { BASE: ['python:3.12-slim', scratch] }");
        engine.hold(Held.of("bullseye", "app"), "app:1").hold(Held.of("alien", "app"), "alien:1");
        assertThat(verify("verify", "app:1")).extracting(CommandRun::exitCode).isEqualTo(0);
        approve("perhaps-nothing", verify("verify", "alien:1"));
    }

    @Test
    void takesTheStageThatIsAskedFor() {
        project.file("Dockerfile", "FROM python:3.12-slim AS Build", "FROM scratch");
        engine.hold(Held.of("bullseye", "app"), "app:1");
        for (String stage : List.of("build", "0")) {
            assertThat(verify("verify", "app:1", "--target", stage).out()).contains("was built from python:3.12-slim");
        }
        approve("no-stage", verify("verify", "app:1", "--target", "test"));
    }

    @Test
    void holdsAPinAgainstItself() {
        Digest pinned = registry.push("library/python", "3.12-slim", Images.index("bookworm"));
        project.file("Dockerfile", "FROM python:3.12-slim@" + pinned);
        engine.hold(Held.of("bookworm", "app"), "new:1").hold(Held.of("bullseye", "app"), "old:1");
        assertThat(verify("verify", "new:1").exitCode()).isEqualTo(0);
        assertThat(verify("verify", "old:1").exitCode()).isEqualTo(1);
    }

    @Test
    void evaluatesTheFileForThePlatformOfTheImage() {
        registry.push("library/base", "arm64", Images.single("for arm", "linux/arm64"));
        project.file("Dockerfile", "ARG TARGETARCH", "FROM base:${TARGETARCH}")
                .done("lock", "--platform", "linux/arm64");
        engine.hold(Held.of("for arm", "app").on("linux/arm64"), "app:1");
        assertThat(verify("verify", "app:1")).extracting(CommandRun::exitCode).isEqualTo(0);
    }

    @Test
    void verifiesEveryPlatformOfAPushedImage() {
        pushApp("bullseye", "app");
        String image = registry.reference("team/app:1");
        approve("pushed", verify("verify", "registry:" + image));
        assertThat(engine.requests()).noneMatch(request -> request.contains("team/app"));
        assertThat(verify("verify", image, "--platform", "linux/arm64").err())
                .contains("1 platform: 1 from the locked base");
        pushApp("bookworm", "app");
        approve("pushed-differs", verify("verify", image));
    }

    @Test
    void neverPassesAPlatformThatTheImageDoesNotHave() {
        pushApp("bullseye", "app");
        String image = registry.reference("team/app:1");
        approve("platform-missing", verify("verify", image, "--platform", "linux/arm64,linux/s390x"));
        assertThat(verify("verify", image, "--platform", "linux/s390x").exitCode())
                .isEqualTo(3);
        registry.push("team/app", "2", SyntheticImage.single(app("linux/amd64", "bullseye", "app")));
        assertThat(verify("verify", registry.reference("team/app:2"), "--platform", "linux/arm64")
                        .exitCode())
                .isEqualTo(3);
        engine.hold(Held.of("bullseye", "app"), "app:1");
        approve("platform-missing-in-the-engine", verify("verify", "app:1", "--platform", "linux/arm64"));
    }

    @Test
    void saysWhereItLooked() {
        approve("not-found", verify("verify", "daemon:app:1"));
        approve("not-found-anywhere", verify("verify", registry.reference("team/app:1")));
        engine.close();
        approve("no-engine", verify("verify", "daemon:app:1"));
    }

    @Test
    void refusesWhatIsNoImageAndNoFile() {
        assertThat(verify("verify", "App:1").exitCode()).isEqualTo(2);
        assertThat(verify("verify").exitCode()).isEqualTo(2);
        assertThat(verify("verify", "app:1", "--dockerfile", "gone").exitCode()).isEqualTo(2);
    }
}
