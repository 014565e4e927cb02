package dev.tagdrift.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script that starts an engine for the container tests, with programs in the place of Docker's. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no shell")
class EngineScriptTest {
    @Test
    void startsInAFolderThatIsNotThereYet(@TempDir Path folder) throws IOException, InterruptedException {
        program(folder.resolve("docker"), "[ -e \"$UP\" ]");
        program(folder.resolve("dockerd"), "touch \"$UP\"");
        Path engine = folder.resolve("new/engine");
        ProcessBuilder builder = new ProcessBuilder("bash", "src/test/sh/engine", "start", engine.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        builder.environment().put("PATH", folder + ":/usr/bin:/bin");
        builder.environment().put("UP", folder.resolve("up").toString());
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("log")))
                .isZero();
        assertThat(folder.resolve("log")).content().contains("DOCKER_HOST=unix://" + engine + "/docker.sock");
    }

    private static void program(Path file, String line) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + line + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
