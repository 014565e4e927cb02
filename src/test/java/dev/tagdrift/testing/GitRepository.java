package dev.tagdrift.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A repository that the real git makes, with the settings of nobody.
 *
 * @param root of its work tree
 */
public record GitRepository(Path root) {
    /** A new one, on a branch {@code main}. */
    public static GitRepository in(Path root) {
        GitRepository repository = new GitRepository(root);
        return repository.git("init", "-q", "-b", "main", ".");
    }

    /** Writes a file and commits it on a day, such as {@code 2025-08-12}. */
    public GitRepository commit(String day, String path, String content) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(Path.of(String.valueOf(file.getParent())));
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return commitAll(day);
    }

    /** Commits everything as it is now. */
    public GitRepository commitAll(String day) {
        return git("add", "-A").at(day, "commit", "-q", "--allow-empty", "-m", "Change");
    }

    /** A clone of the last commits. */
    public GitRepository shallowClone(int commits, Path target) {
        git("clone", "-q", "--depth", Integer.toString(commits), "file://" + root, target.toString());
        return new GitRepository(target);
    }

    /** Runs git. */
    public GitRepository git(String... arguments) {
        return at("2025-01-01", arguments);
    }

    /** Runs git, with a day at noon as the time of a commit. */
    public GitRepository at(String day, String... arguments) {
        ProcessBuilder git = new ProcessBuilder(Stream.concat(Stream.of("git"), Arrays.stream(arguments))
                        .toList())
                .directory(root.toFile())
                .redirectErrorStream(true);
        git.environment().putAll(surroundings(day + "T12:00:00Z"));
        try {
            Process process = git.start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new AssertionError(List.of(arguments) + "\n" + said);
            }
            return this;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private Map<String, String> surroundings(String time) {
        return Map.of(
                "GIT_CONFIG_NOSYSTEM", "1",
                "GIT_CONFIG_GLOBAL", "/dev/null",
                "HOME", root.toString(),
                "GIT_AUTHOR_NAME", "A",
                "GIT_AUTHOR_EMAIL", "a@example.com",
                "GIT_AUTHOR_DATE", time,
                "GIT_COMMITTER_NAME", "A",
                "GIT_COMMITTER_EMAIL", "a@example.com",
                "GIT_COMMITTER_DATE", time);
    }
}
