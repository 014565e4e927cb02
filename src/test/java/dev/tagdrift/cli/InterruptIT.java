package dev.tagdrift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.testing.FakeRegistry;
import dev.tagdrift.testing.Images;
import dev.tagdrift.testing.Secrets;
import dev.tagdrift.testing.TempWorkspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole program, as a process that somebody ends. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no signals")
class InterruptIT {
    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void endsAtOnceWithASummary(String signal, int exitCode, @TempDir Path folder) throws Exception {
        try (FakeRegistry registry = FakeRegistry.start()) {
            registry.push("library/python", "3.12-slim", Images.index("a"));
            TempWorkspace project = TempWorkspace.of(folder, registry)
                    .file("Dockerfile", "FROM python:3.12-slim")
                    .done("lock");
            registry.forgetRequests();
            registry.delay(Duration.ofMinutes(5));
            Process process = start(project.root());
            try {
                while (registry.requests().isEmpty() && process.isAlive()) {
                    Thread.sleep(20);
                }
                signal(process, signal);
                assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            } finally {
                process.destroyForcibly();
            }
            assertThat(process.exitValue()).isEqualTo(exitCode);
            assertThat(Files.readString(folder.resolve("out")))
                    .contains("error[interrupted]: the run was interrupted before " + registry.host()
                            + ", asked in place of docker.io, answered");
            assertThat(Files.readString(folder.resolve("err"))).endsWith("1 could not be checked\n");
            assertThat(project.read("found.json")).contains("\"exitCode\": " + exitCode);
        }
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void waitsForNoCredentialHelper(String signal, int exitCode, @TempDir Path folder) throws Exception {
        try (FakeRegistry registry = FakeRegistry.start()) {
            registry.push("library/python", "3.12-slim", Images.index("a"));
            TempWorkspace project = TempWorkspace.of(folder, registry)
                    .file("Dockerfile", "FROM python:3.12-slim")
                    .done("lock");
            registry.requireLogin("ci", Secrets.PASSWORD);
            // As from a terminal: the helper gets the signal as well.
            Path helper = folder.resolve("docker-credential-test");
            Files.writeString(helper, "#!/bin/sh\nkill -" + signal + " $PPID\nkill -" + signal + " $$\n");
            Files.setPosixFilePermissions(helper, PosixFilePermissions.fromString("rwxr-xr-x"));
            Process process = start(project.root());
            try {
                assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            } finally {
                process.destroyForcibly();
            }
            assertThat(process.exitValue()).isEqualTo(exitCode);
            assertThat(Files.readString(folder.resolve("out"))).contains("error[interrupted]");
            assertThat(Files.readString(folder.resolve("err")))
                    .isEqualTo("1 image in 1 file: 0 as locked, 1 could not be checked\n");
        }
    }

    private static Process start(Path folder) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String jar = System.getProperty(
                "tagdrift.jar", Path.of("target/tagdrift.jar").toAbsolutePath().toString());
        ProcessBuilder builder = new ProcessBuilder(java, "-jar", jar, "check", "--output", "found.json")
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment().put("PATH", folder + ":/usr/bin:/bin");
        builder.environment().put("DOCKER_AUTH_CONFIG", "{\"credsStore\": \"test\"}");
        return builder.start();
    }

    private static void signal(Process process, String signal) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .redirectErrorStream(true)
                .start();
        String words = new String(kill.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(kill.waitFor()).as(words).isZero();
    }
}
