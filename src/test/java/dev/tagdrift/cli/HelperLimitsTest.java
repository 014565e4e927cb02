package dev.tagdrift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.testing.CommandRun;
import dev.tagdrift.testing.FakeRegistry;
import dev.tagdrift.testing.Images;
import dev.tagdrift.testing.Secrets;
import dev.tagdrift.testing.TempWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A credential helper keeps nobody waiting longer than they want to. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the helpers here are shell scripts")
final class HelperLimitsTest {
    @AutoClose
    private FakeRegistry registry;

    private TempWorkspace project;
    private Path begun;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        registry = FakeRegistry.start();
        registry.push("library/python", "3.12-slim", Images.index("bullseye"));
        project = TempWorkspace.of(folder, registry)
                .file("Dockerfile", "FROM python:3.12-slim")
                .done("lock");
        begun = folder.resolve("begun");
    }

    private void requireLogin(String kind) {
        if (kind.equals("basic")) {
            registry.requireLogin("ci", Secrets.PASSWORD);
        } else {
            registry.requireToken("ci", Secrets.PASSWORD);
        }
    }

    private Map<String, String> helper(String script) throws IOException {
        Path file = project.root().resolve("docker-credential-test");
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return Map.of("DOCKER_AUTH_CONFIG", "{\"credsStore\":\"test\"}", "PATH", project.root() + ":/usr/bin:/bin");
    }

    /** Runs a check that is interrupted as soon as the helper has begun. */
    private CommandRun interrupted(String script) throws IOException {
        Map<String, String> environment =
                helper("child() { echo $! >'%1$s.new'; mv '%1$s.new' '%1$s'; }; ".formatted(begun) + script);
        Interruption interruption = new Interruption();
        Thread.ofPlatform().daemon().start(() -> {
            while (!Files.exists(begun)) {
                Thread.onSpinWait();
            }
            interruption.come(Interruption.BY_KEYBOARD);
        });
        return CommandRun.in(project.root(), environment, false, interruption, "check");
    }

    @ParameterizedTest
    @Timeout(60)
    @ValueSource(strings = {"basic", "token"})
    void interruptionEndsTheHelperAndAllThatItStarted(String kind) throws IOException {
        requireLogin(kind);
        CommandRun run = interrupted("sleep 600 & child; wait; sleep 600");
        assertThat(run.out())
                .contains(
                        "error[interrupted]: the run was interrupted before " + registry.host()
                                + ", asked in place of docker.io, answered",
                        "unknown, not clean");
        assertThat(run.err()).isEqualTo("1 image in 1 file: 0 as locked, 1 could not be checked\n");
        long child = Long.parseLong(Files.readString(begun).trim());
        // The end of a process is asked for, and comes when the system gets to it.
        while (ProcessHandle.of(child)
                .flatMap(process -> process.info().command())
                .isPresent()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void helperThatEndsOfTheSameCtrlCFirstIsNoReason() throws IOException {
        requireLogin("basic");
        CommandRun run = interrupted("child; exit 130");
        assertThat(run.out()).contains("error[interrupted]");
        assertThat(run.err()).doesNotContain("credentials");
    }

    @ParameterizedTest
    @ValueSource(strings = {"basic", "token"})
    void limitOfTheRunCountsForTheHelperToo(String kind) throws IOException {
        requireLogin(kind);
        CommandRun run = CommandRun.in(project.root(), helper("sleep 600 & wait"), false, "check", "--timeout", "1s");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out())
                .contains("error[timed-out]: " + registry.host()
                        + ", asked in place of docker.io, does not answer within the 1 second of this run");
        assertThat(run.err())
                .contains(
                        "docker-credential-test: warning[credentials]",
                        "does not tell the login of",
                        "within 1 second");
    }
}
