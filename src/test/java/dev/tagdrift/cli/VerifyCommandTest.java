package dev.tagdrift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.demo.Format;
import dev.tagdrift.demo.SyntheticImage;
import dev.tagdrift.image.Digest;
import dev.tagdrift.testing.CommandRun;
import dev.tagdrift.testing.FakeEngine;
import dev.tagdrift.testing.FakeEngine.Held;
import dev.tagdrift.testing.FakeRegistry;
import dev.tagdrift.testing.Images;
import dev.tagdrift.testing.Resolved;
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

class VerifyCommandTest {
    @AutoClose
    private BuiltProject built;

    private FakeRegistry registry;
    private FakeEngine engine;
    private TempWorkspace project;
    private Digest locked;

    @BeforeEach
    void lockOneImage(@TempDir Path folder) throws IOException {
        built = BuiltProject.in(folder);
        registry = built.registry();
        engine = built.engine();
        project = built.files();
        locked = built.locked();
    }

    @Test
    void knowsTheLockedBaseByItsLayersWithTwoRequests() {
        engine.hold(Held.of("bullseye", "app"), "app:1");
        built.approve("as-locked", built.verify("app:1"));
        assertThat(registry.requests()).hasSize(2).allMatch(request -> request.startsWith("GET "));
    }

    @Test
    void registryIsTheNameOfAnImageToo() {
        engine.hold(Held.of("bullseye", "app"), "registry:2");
        assertThat(built.verify("registry:2").exitCode()).isZero();
        assertThat(built.verify("daemon:registry:2").exitCode()).isZero();
        assertThat(built.verify("registry:app:1").out())
                .contains("error[not-found]")
                .doesNotContain("engine");
    }

    @Test
    void asksNoRegistryWhereTheEngineHoldsTheLockedImage() {
        engine.hold(Held.of("bullseye", "app"), "app:1")
                .hold(Held.of("bullseye"), "docker.io/library/python@" + locked);
        registry.close();
        assertThat(built.verify("app:1")).extracting(CommandRun::exitCode).isEqualTo(0);
    }

    @Test
    void tellsTheCachedImageThatItWasBuiltFrom() {
        Digest old = Resolved.digest("old index");
        engine.hold(Held.of("buster", "app"), "app:1")
                .hold(Held.of("buster").pulledAs("python@" + old), BuiltProject.NAME);
        built.approve("from-another-cached", built.verify("app:1"));
    }

    @Test
    void tellsThatItWasBuiltFromWhatTheTagNamesNow() {
        registry.move("library/python", "3.12-slim", Images.index("bookworm"));
        engine.hold(Held.of("bookworm", "app"), "app:1");
        built.approve("from-another-current", built.verify("app:1"));
        built.approve("from-another-json", built.verify("app:1", "--format", "json"));
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
        built.approve("from-another-claimed", built.verify("true:1"));
        built.approve("from-elsewhere-claimed", built.verify("false:1"));
    }

    @Test
    void showsNothingThatATerminalObeysOrThatTurnsTheText() {
        Map<String, String> label = Map.of("org.opencontainers.image.base.name", "a\\u001b[31m\\u202eb\\u2066\\nc");
        engine.hold(Held.of("else", "app").labelled(label), "app:1");
        assertThat(built.verify("app:1").out()).contains("claims  a\uFFFD[31m\uFFFDb\uFFFD\uFFFDc");
    }

    @Test
    void namesTheOptionWhereThereIsNoDockerfile(@TempDir Path elsewhere) throws IOException {
        try (BuiltProject other = BuiltProject.in(elsewhere)) {
            Files.delete(elsewhere.resolve("Dockerfile"));
            other.approve("no-dockerfile", other.verify("app:1"));
        }
    }

    @Test
    void tellsAnotherBase() {
        engine.hold(Held.of("alpine", "app"), "app:1");
        built.approve("from-elsewhere", built.verify("app:1"));
    }

    @Test
    void tellsAnotherBaseEvenWhereTheTagCannotBeAsked() {
        engine.hold(Held.of("alpine", "app"), "app:1").hold(Held.of("bullseye"), "docker.io/library/python@" + locked);
        registry.close();
        CommandRun run = built.verify("app:1");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("not compared");
    }

    @Test
    void cannotTellOfAFlatImage() {
        engine.hold(Held.of("flattened"), "app:1");
        built.approve("flattened", built.verify("app:1"));
    }

    @Test
    void cannotTellWhereTheBaseCannotBeAsked() {
        engine.hold(Held.of("bullseye", "app"), "app:1");
        registry.close();
        CommandRun run = built.verify("app:1");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).contains("error[unreachable]", "nobody can tell what `app:1` was built from");
    }

    @Test
    void cannotTellWhatIsNotLocked() {
        project.file("Dockerfile", "FROM node:20");
        engine.hold(Held.of("bullseye", "app"), "app:1");
        built.approve("not-locked", built.verify("app:1"));
    }

    @Test
    void cannotTellWhatTheFileDoesNotSay() {
        project.file("Dockerfile", "FROM node:${VERSION}");
        engine.hold(Held.of("bullseye", "app"), "app:1");
        built.approve("unread", built.verify("app:1"));
    }

    @Test
    void cannotTellOfABaseWithoutLayers() {
        registry.push("library/empty", "1", SyntheticImage.single(BuiltProject.app("linux/amd64")));
        project.file("Dockerfile", "FROM empty:1").done("lock");
        engine.hold(Held.of("app"), "app:1");
        built.approve("without-layers", built.verify("app:1"));
    }

    @Test
    void hasNothingToVerifyWhereItBeginsWithNothing() {
        project.file("Dockerfile", "FROM python:3.12-slim AS build", "FROM scratch", "COPY --from=build /app /app");
        engine.hold(Held.of("app"), "app:1");
        built.approve("from-nothing", built.verify("app:1"));
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
        assertThat(built.verify("app:1")).extracting(CommandRun::exitCode).isEqualTo(0);
        built.approve("perhaps-nothing", built.verify("alien:1"));
    }

    @Test
    void takesTheStageThatIsAskedFor() {
        project.file("Dockerfile", "FROM python:3.12-slim AS Build", "FROM scratch");
        engine.hold(Held.of("bullseye", "app"), "app:1");
        for (String stage : List.of("build", "0")) {
            assertThat(built.verify("app:1", "--target", stage).out()).contains("was built from python:3.12-slim");
        }
        built.approve("no-stage", built.verify("app:1", "--target", "test"));
    }

    @Test
    void holdsAPinAgainstItself() {
        Digest pinned = registry.push("library/python", "3.12-slim", Images.index("bookworm"));
        project.file("Dockerfile", "FROM python:3.12-slim@" + pinned);
        engine.hold(Held.of("bookworm", "app"), "new:1").hold(Held.of("bullseye", "app"), "old:1");
        assertThat(built.verify("new:1").exitCode()).isEqualTo(0);
        assertThat(built.verify("new:1").err()).endsWith(": 1 from the pinned base\n");
        assertThat(built.verify("old:1").exitCode()).isEqualTo(1);
    }

    @Test
    void evaluatesTheFileForThePlatformOfTheImage() {
        registry.push("library/base", "arm64", Images.single("for arm", "linux/arm64"));
        project.file("Dockerfile", "ARG TARGETARCH", "FROM base:${TARGETARCH}")
                .done("lock", "--platform", "linux/arm64");
        engine.hold(Held.of("for arm", "app").on("linux/arm64"), "app:1");
        assertThat(built.verify("app:1")).extracting(CommandRun::exitCode).isEqualTo(0);
    }

    @Test
    void takesTheVariantThatTheBuildTookAndNotTheOnlyLockedOne() {
        registry.push(
                "library/arm",
                "1",
                SyntheticImage.index(
                        Format.OCI,
                        List.of(
                                BuiltProject.app("linux/arm/v6", "old arm"),
                                BuiltProject.app("linux/arm/v7", "new arm"))));
        project.file("Dockerfile", "FROM arm:1").done("lock", "--platform", "linux/arm/v6");
        engine.hold(Held.of("new arm", "app").on("linux/arm/v7"), "app:1");
        assertThat(built.verify("app:1")).extracting(CommandRun::exitCode).isEqualTo(0);
    }

    @Test
    void saysWhereItLooked() {
        built.approve("not-found", built.verify("daemon:app:1"));
        built.approve("not-found-anywhere", built.verify(registry.reference("team/app:1")));
        engine.close();
        built.approve("no-engine", built.verify("daemon:app:1"));
    }

    /** A name that only an engine could have is nothing that a registry can be blamed for. */
    @Test
    void namesTheEngineFirstWhereNeitherItNorTheRegistryAnswers() {
        engine.close();
        built.approve("no-engine-and-not-found", built.verify("app"));
        registry.close();
        built.approve("no-engine-and-no-registry", built.verify("app"));
    }

    @Test
    void refusesWhatIsNoImageAndNoFile() {
        assertThat(built.verify("App:1").exitCode()).isEqualTo(2);
        assertThat(project.run("verify").exitCode()).isEqualTo(2);
        assertThat(built.verify("app:1", "--dockerfile", "gone").exitCode()).isEqualTo(2);
    }
}
