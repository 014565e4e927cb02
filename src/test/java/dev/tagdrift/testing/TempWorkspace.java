package dev.tagdrift.testing;

import dev.tagdrift.image.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A project of a user in a folder of its own, whose Docker Hub is the registry at hand.
 *
 * @param root of the project
 */
public record TempWorkspace(Path root) {
    private static final String LOCKFILE = "lockfiles/base-images.lock.json";

    /** A project in this folder, with settings that name the registry as mirror of docker.io. */
    public static TempWorkspace of(Path folder, FakeRegistry registry) {
        TempWorkspace workspace = new TempWorkspace(folder);
        workspace.file("tagdrift.yaml", "registries:", "  docker.io: { mirror: \"http://" + registry.host() + "\" }");
        return workspace;
    }

    /** Writes a file. */
    public TempWorkspace file(String path, String... lines) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(Path.of(String.valueOf(file.getParent())));
            Files.writeString(file, String.join("\n", lines) + "\n");
            return this;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Adds lines to a file. */
    public TempWorkspace append(String path, String... lines) {
        return file(path, read(path) + String.join("\n", lines));
    }

    /** What a file holds. */
    public String read(String path) {
        try {
            return Files.readString(root.resolve(path));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** What the lockfile holds. */
    public String lockfile() {
        return read(LOCKFILE);
    }

    /** Whether the lockfile knows the digest. */
    public boolean locks(Digest digest) {
        return lockfile().contains(digest.toString());
    }

    /** Runs a command in the root. */
    public CommandRun run(String... arguments) {
        return runIn("", arguments);
    }

    /** Runs a command in a folder below the root. */
    public CommandRun runIn(String folder, String... arguments) {
        return CommandRun.in(root.resolve(folder), Map.of(), false, arguments);
    }

    /** Runs a command with environment variables, as {@code NAME=value}. */
    public CommandRun runWith(Map<String, String> environment, String... arguments) {
        return CommandRun.in(root, environment, false, arguments);
    }

    /** Runs a command in the root in the night of a day, such as {@code 2025-08-12}. */
    public CommandRun runAt(String day, String... arguments) {
        Clock night = Clock.fixed(Instant.parse(day + "T03:00:00Z"), ZoneOffset.UTC);
        return CommandRun.at(night, root, Map.of(), false, arguments);
    }

    /** Runs a command that must end well, to set the stage. */
    public TempWorkspace done(String... arguments) {
        CommandRun run = run(arguments);
        if (run.exitCode() != 0) {
            throw new AssertionError(Stream.concat(Stream.of("tagdrift"), Arrays.stream(arguments))
                            .toList()
                    + "\n"
                    + run.transcript());
        }
        return this;
    }
}
