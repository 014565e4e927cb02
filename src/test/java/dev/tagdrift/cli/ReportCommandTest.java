package dev.tagdrift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.testing.CommandRun;
import dev.tagdrift.testing.FakeRegistry;
import dev.tagdrift.testing.Images;
import dev.tagdrift.testing.TempWorkspace;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
    @Test
    void tellsWhatACheckTellsAndEndsWell(@TempDir Path folder) throws IOException {
        try (FakeRegistry registry = FakeRegistry.start()) {
            registry.push("library/python", "3.12-slim", Images.index("bullseye"));
            TempWorkspace project = TempWorkspace.of(folder, registry)
                    .file("Dockerfile", "FROM python:3.12-slim")
                    .done("lock");
            registry.move("library/python", "3.12-slim", Images.index("bookworm"));
            CommandRun check = project.run("check");
            CommandRun report = project.run("report", "--no-explain");
            assertThat(check.exitCode()).isEqualTo(1);
            assertThat(report).isEqualTo(new CommandRun(0, check.out(), check.err()));
        }
    }

    @Test
    void isNoCleanBillWhereItCouldNotLook(@TempDir Path folder) throws IOException {
        try (FakeRegistry registry = FakeRegistry.start()) {
            registry.push("library/python", "3.12-slim", Images.index("bullseye"));
            TempWorkspace project = TempWorkspace.of(folder, registry)
                    .file("Dockerfile", "FROM python:3.12-slim")
                    .done("lock");
            registry.failWith(500, 100);
            assertThat(project.run("report").exitCode()).isEqualTo(3);
        }
    }
}
