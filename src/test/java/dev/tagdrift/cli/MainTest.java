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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    @AutoClose
    private FakeRegistry registry;

    private TempWorkspace project;

    @BeforeEach
    void prepare(@TempDir Path folder) throws IOException {
        registry = FakeRegistry.start();
        project = TempWorkspace.of(folder, registry).file("Dockerfile", "FROM python:3.12-slim");
    }

    private void approve(String name, CommandRun run) {
        Approved.verify("usage/" + name, run, registry, project);
    }

    @ParameterizedTest
    @ValueSource(strings = {"scan", "lock", "check", "report", "pin", "unpin", "export", "demo", "completion"})
    void teachesEachCommandByExample(String command) {
        CommandRun help = project.run(command, "--help");
        assertThat(help.exitCode()).isEqualTo(0);
        assertThat(help.out()).contains("Examples:", "Exit codes:");
        approve("help-" + command, help);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scan",
                "lock",
                "check",
                "report",
                "explain",
                "pin",
                "unpin",
                "export",
                "verify",
                "demo",
                "completion"
            })
    void helpsTheSameWayRoundAndTheOther(String command) {
        CommandRun help = project.run("help", command);
        assertThat(help.out()).contains("Examples:\n  ", "Exit codes: 0 ");
        assertThat(project.run(command, "--help")).isEqualTo(help);
    }

    @Test
    void tellsItsVersionAndItsCommands() {
        assertThat(project.run("--version").out()).matches("tagdrift \\d+\\.\\d+\\.\\d+\n");
        assertThat(project.run("-V")).isEqualTo(project.run("--version")).isEqualTo(project.run("check", "--version"));
        CommandRun help = project.run("--help");
        approve("help", help);
        assertThat(project.run("help")).isEqualTo(help);
        assertThat(help.out()).as("a command for those who package it").doesNotContain("man-pages");
    }

    @Test
    void endsWithTwoWhereTheCommandLineCannotBeUnderstood() {
        approve("no-command", project.run());
        approve("unknown-command", project.run("chek"));
        assertThat(project.run("help", "chek").err())
                .isEqualTo(project.run("chek").err());
        approve("unknown-option", project.run("check", "--ofline"));
        approve("unknown-format", project.run("check", "--format", "yaml"));
        approve("unknown-fail-on", project.run("check", "--fail-on", "moon"));
        approve("bad-build-arg", project.run("check", "--build-arg", "X"));
        approve("missing-value", project.run("lock", "--upgrade-image"));
        approve("unwritable-output", project.run("scan", "--output", "no/such/folder.json"));
        approve("bad-platform", project.run("check", "--platform", "linux"));
        approve("bad-output", project.run("scan", "--output", "night.pdf"));
    }

    @Test
    void endsWithTwoWhereAPathIsNotThereOrNotUnderTheRoot() {
        approve("missing-path", project.run("scan", "servces"));
        assertThat(project.run("scan", "..").exitCode()).isEqualTo(2);
    }

    @Test
    void endsWithTwoWhereThereIsNothingToGuard(@TempDir Path empty) {
        TempWorkspace nothing = TempWorkspace.of(empty, registry);
        Approved.verify("usage/nothing-found", nothing.run("check"), registry, nothing);
        nothing.file("Dockerfile", "FROM scratch").append("tagdrift.yaml", "exclude: ['**', old]");
        Approved.verify("usage/nothing-left", nothing.run("check"), registry, nothing);
    }

    @Test
    void endsWithTwoWhereTheSettingsCannotBeRead() {
        project.file("tagdrift.yaml", "exclud: [a]", "fail-on: moon");
        approve("bad-settings", project.run("check"));
    }
}
