package dev.tagdrift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.testing.Approved;
import dev.tagdrift.testing.CommandRun;
import dev.tagdrift.testing.FakeRegistry;
import dev.tagdrift.testing.TempWorkspace;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanCommandTest {
    @AutoClose
    private FakeRegistry registry;

    private TempWorkspace project;

    @BeforeEach
    void prepare(@TempDir Path folder) throws IOException {
        registry = FakeRegistry.start();
        project = TempWorkspace.of(folder, registry)
                .file(
                        "Dockerfile",
                        "# syntax=docker/dockerfile:1",
                        "ARG PY=3.12",
                        "FROM python:${PY}-slim AS build",
                        "COPY --from=alpine /bin/busybox /bin/",
                        "RUN --mount=type=bind,from=golang:1.22,target=/go true",
                        "FROM build")
                .file(
                        "other/Containerfile",
                        "FROM --platform=linux/arm64 ghcr.io/acme/base:2@sha256:" + "a".repeat(64));
    }

    private void approve(String name, CommandRun run) {
        Approved.verify("scan/" + name, run, registry, project);
    }

    @Test
    void tellsEveryImageAndAsksNobody() {
        approve("text", project.run("scan"));
        assertThat(registry.requests()).isEmpty();
    }

    @Test
    void tellsProgramsTheSame() {
        approve("json", project.run("scan", "--format", "json"));
    }

    @Test
    void writesFilesInTheFormatOfTheirSuffix() {
        CommandRun run = project.run("scan", "-q", "--output", "images.json", "--output", "text=images");
        assertThat(run).isEqualTo(new CommandRun(0, "", ""));
        assertThat(project.read("images.json"))
                .isEqualTo(project.run("scan", "--format", "json").out());
        assertThat(project.read("images")).startsWith(project.run("scan").out());
    }

    @Test
    void tellsProblemsWithFileAndLine() {
        project.append("other/Containerfile", "FROM Alpine", "FROM node:${VERSION}");
        approve("problems", project.run("scan"));
        approve("problems-json", project.run("scan", "--format", "json", "other"));
    }

    @Test
    void suggestsTheVariableThatIsMeant() {
        project.file("other/Containerfile", "ARG NODE_VERSION=20", "FROM node:${NODE_VERSON}", "RUM x");
        approve("near-matches", project.run("scan", "other"));
    }

    @Test
    void neverLetsAFileWriteToTheTerminal() {
        project.file("other/Containerfile", "FROM \u001B[31mred\u0007");
        assertThat(project.run("scan").out()).doesNotContain("\u001B", "\u0007").contains("\uFFFD[31mred\uFFFD");
    }

    @Test
    void looksAtAPartOnly() {
        approve("part", project.run("scan", "other"));
    }

    @Test
    void argumentThatIsGivenEmptyIsEmptyWhateverItsDefault() {
        project.file("Dockerfile", "ARG V=3", "FROM python:${V:-4}", "FROM python${V}", "FROM python:${V}");
        CommandRun run = project.run("scan", "Dockerfile", "--build-arg", "V=");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out())
                .contains("FROM python:4", "FROM python:latest", "in `python:${V}`, `V` has no value")
                .contains("with a default that is empty, or made so by `build-args` or `--build-arg`")
                .contains("hint: give it a value by `--build-arg V=...`")
                .doesNotContain("do you mean");
    }

    @Test
    void warnsOfABuildThatNoFileIs() {
        project.file("Dockerfile", "FROM scratch")
                .append("tagdrift.yaml", "builds:", "  - files: [Dockerfil, old/]", "    build-args: { A: b }");
        assertThat(project.run("scan").err())
                .contains("warning[unmatched-build]: no file matches `Dockerfil` or `old/` of the `builds`");
        assertThat(project.run("scan", "Dockerfile").err()).doesNotContain("unmatched-build");
        project.file("old/Dockerfile", "FROM scratch");
        assertThat(project.run("scan").err()).doesNotContain("unmatched-build");
    }
}
