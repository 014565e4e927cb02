package dev.tagdrift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.testing.Approved;
import dev.tagdrift.testing.CommandRun;
import dev.tagdrift.testing.FakeRegistry;
import dev.tagdrift.testing.Images;
import dev.tagdrift.testing.TempWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportCommandTest {
    @AutoClose
    private FakeRegistry registry;

    private TempWorkspace project;

    @BeforeEach
    void prepare(@TempDir Path folder) throws IOException {
        registry = FakeRegistry.start();
        registry.push("library/python", "3.12-slim", Images.index("bullseye"));
        registry.push("library/alpine", "latest", Images.index("alpine"));
        project = TempWorkspace.of(folder, registry)
                .file("api/Dockerfile", "ARG V=3.12-slim", "FROM python:${V} AS base", "FROM docker.io/alpine")
                .done("lock");
        registry.forgetRequests();
    }

    private void approve(String name, CommandRun run) {
        Approved.verify("export/" + name, run, registry, project);
    }

    @Test
    void hasAFormForEachBuilder() {
        approve("buildkit-policy", project.run("export", "buildkit-policy"));
        approve("strict", project.run("export", "buildkit-policy", "--strict"));
        approve("bake", project.run("export", "bake"));
        approve("bake-targets", project.run("export", "bake", "--target", "api", "--target", "web"));
        approve("env", project.run("export", "env"));
        approve("env-as-written", project.run("export", "env", "--as-written"));
        assertThat(registry.requests()).isEmpty();
    }

    @Test
    void writesTheFileThatIsNamed() {
        CommandRun run = project.run("export", "buildkit-policy", "--output", "policy.json");
        assertThat(run.out()).isEmpty();
        assertThat(project.read("policy.json"))
                .isEqualTo(project.run("export", "buildkit-policy").out());
        assertThat(project.run("export", "env", "--output", "build.args").out()).isEmpty();
        assertThat(project.read("build.args"))
                .isEqualTo(project.run("export", "env").out());
    }

    @Test
    void breaksTheBuildInTheFileThatIsNamed() {
        project.done("export", "env", "--output", "build.args").append("api/Dockerfile", "FROM ruby:3");
        CommandRun run = project.run("export", "env", "--output", "build.args");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(project.read("build.args")).isEqualTo(ExportEnvCommand.REFUSED + "\n");
        assertThat(project.run("export", "env", "--output", "no/folder").out()).isEmpty();
    }

    @Test
    void hasNoFormatToChoose() {
        assertThat(project.run("export", "bake", "--help").out()).doesNotContain("--format");
        assertThat(project.run("export", "bake", "--format", "json").exitCode()).isEqualTo(2);
    }

    /** A PATH says whose images have to be locked. */
    @Test
    void exportsTheWholeLockfileWhateverThePath() {
        String whole = project.run("export", "env").out();
        project.file("web/Dockerfile", "FROM ruby:3");
        project.file("db/Dockerfile", "FROM python:3.12-slim");
        CommandRun run = project.run("export", "env", "db");
        assertThat(run.exitCode()).isEqualTo(0);
        assertThat(run.out()).isEqualTo(whole).contains("alpine");
        assertThat(project.run("export", "env", "web").exitCode()).isEqualTo(1);
        assertThat(project.run("export", "env", "db", "--as-written").out()).doesNotContain("alpine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"buildkit-policy", "bake", "env"})
    void saysWhatItTakes(String form) {
        assertThat(project.run("export", form, "--help").out())
                .startsWith("Usage: tagdrift export " + form + " [PATH...] [")
                .contains("whose images have to be locked", "instead of standard output")
                .doesNotContain("a file as well");
    }

    @Test
    void tellsWhatItLetsThrough() {
        project.append("api/Dockerfile", "FROM ruby:3", "FROM ${NOTHING}", "FROM scratch AS alpine");
        approve("incomplete", project.run("export", "env"));
    }

    @Test
    void needsALockfile() throws IOException {
        Files.delete(project.root().resolve("lockfiles/base-images.lock.json"));
        approve("no-lockfile", project.run("export", "buildkit-policy"));
    }

    @Test
    void breaksTheBuildWhereTheShellDropsTheExitCode() throws IOException {
        assertThat(project.run("export", "env").out()).doesNotContain(ExportEnvCommand.REFUSED);
        assertThat(project.run("export", "env", "--as-writen").out()).isEqualTo(ExportEnvCommand.REFUSED + "\n");
        assertThat(project.run("export", "env", "--format", "sarif").out()).isEqualTo(ExportEnvCommand.REFUSED + "\n");
        assertThat(project.run("export", "env", "servces").out()).isEqualTo(ExportEnvCommand.REFUSED + "\n");
        Files.delete(project.root().resolve("lockfiles/base-images.lock.json"));
        CommandRun run = project.run("export", "env");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEqualTo(ExportEnvCommand.REFUSED + "\n");
        assertThat(project.run("export", "env", "--help").out()).doesNotContain(ExportEnvCommand.REFUSED + "\n");
    }

    @Test
    void needsAForm() {
        approve("no-form", project.run("export"));
    }
}
