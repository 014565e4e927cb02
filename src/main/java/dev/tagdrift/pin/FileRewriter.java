package dev.tagdrift.pin;

import dev.tagdrift.lockfile.AtomicFile;
import dev.tagdrift.pin.FileChange.Trouble;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** Rewrites files below a root, each as a whole, and none that somebody else has just written. */
public final class FileRewriter {
    private static final byte[] NOTHING = {};

    private final Path root;
    private final Function<String, Builds> builds;
    private final Goal goal;

    /**
     * Nothing is read yet.
     *
     * @param root absolute, its links resolved
     * @param builds of each file, by its path
     * @param goal what their references should become
     */
    public FileRewriter(Path root, Function<String, Builds> builds, Goal goal) {
        this.root = root;
        this.builds = builds;
        this.goal = goal;
    }

    /** What would become of a file. */
    public FileChange preview(String path) {
        try {
            byte[] before = Files.readAllBytes(root.resolve(path));
            Rewriting.Result result = Rewriting.of(before, builds.apply(path), goal);
            return new FileChange(path, before, result.content(), result.changes(), Optional.empty());
        } catch (IOException e) {
            return FileChange.none(path, NOTHING, Trouble.NOT_READABLE);
        }
    }

    /** Rewrites a file, through a link if it is one. */
    public FileChange rewrite(String path) {
        FileChange change = preview(path);
        return change.differs() ? write(change).map(change::with).orElse(change) : change;
    }

    private Optional<Trouble> write(FileChange change) {
        try {
            Path target = root.resolve(change.path()).toRealPath();
            if (!target.startsWith(root)) {
                return Optional.of(Trouble.OUTSIDE_ROOT);
            }
            // Where its folder can be written to, the file could be replaced although it is read-only.
            if (!Files.isWritable(target)) {
                return Optional.of(Trouble.NO_PERMISSION);
            }
            if (!Arrays.equals(Files.readAllBytes(target), change.before())) {
                return Optional.of(Trouble.CHANGED_MEANWHILE);
            }
            AtomicFile.replace(target, change.after());
            return Optional.empty();
        } catch (AccessDeniedException e) {
            return Optional.of(Trouble.NO_PERMISSION);
        } catch (IOException e) {
            return Optional.of(Trouble.IO_ERROR);
        }
    }
}
