package dev.tagdrift.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Output that somebody has read and approved: {@code src/test/resources/approved/<command>/<case>.txt}.
 *
 * <p>What differs fails. After reading it, {@code mvn verify -Dapprove} writes it down as the new one.
 */
public final class Approved {
    private static final Path FOLDER = Path.of("src/test/resources/approved");

    private Approved() {}

    /** Compares a run with the approved one; what changes from run to run is replaced by its name. */
    public static void verify(String name, CommandRun run, FakeRegistry registry, TempWorkspace workspace) {
        verify(
                name + ".txt",
                run.transcript()
                        .replace(registry.host(), "REGISTRY")
                        .replace(workspace.root().toString(), "ROOT"));
    }

    /** Compares a text with the approved file. */
    public static void verify(String name, String actual) {
        Path file = FOLDER.resolve(name);
        try {
            if (System.getProperty("approve") != null) {
                Files.createDirectories(Path.of(String.valueOf(file.getParent())));
                Files.writeString(file, actual);
            }
            assertThat(file).exists();
            assertThat(actual).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
