package dev.tagdrift.lockfile;

import dev.tagdrift.lockfile.LockfileProblem.Reason;
import dev.tagdrift.lockfile.LockfileProblem.Unreadable;
import dev.tagdrift.lockfile.LockfileReading.Absent;
import dev.tagdrift.lockfile.LockfileReading.Rejected;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/** The lockfile on disk: whole, old or new, at any moment. */
public final class LockfileStore {
    private static final long MAX_BYTES = 64L << 20;

    private final Path file;

    /**
     * A store at this place.
     *
     * @param file where the lockfile is, or will be
     */
    public LockfileStore(Path file) {
        this.file = file;
    }

    /** Where it is. */
    public Path file() {
        return file;
    }

    /** What the file says. */
    public LockfileReading read() {
        try {
            if (Files.isDirectory(file)) {
                return new Rejected(new Unreadable(Reason.DIRECTORY));
            }
            if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
                return new Absent();
            }
            if (Files.size(file) > MAX_BYTES) {
                return new Rejected(new Unreadable(Reason.TOO_LARGE));
            }
            return LockfileReading.of(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return new Rejected(new Unreadable(Reason.DANGLING_LINK));
        } catch (AccessDeniedException e) {
            return new Rejected(new Unreadable(Reason.NO_PERMISSION));
        } catch (IOException e) {
            return new Rejected(new Unreadable(Reason.IO_ERROR));
        }
    }

    /**
     * Puts the content in place at once, or leaves the file alone if it holds just that.
     *
     * @return whether the file was written
     * @throws IOException if it could not be written; the old content is still there
     */
    public boolean write(Lockfile lockfile) throws IOException {
        byte[] content = LockfileCodec.write(lockfile).getBytes(StandardCharsets.UTF_8);
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        if (holds(target, content)) {
            return false;
        }
        AtomicFile.replace(target, content);
        return true;
    }

    private static boolean holds(Path target, byte[] content) throws IOException {
        try {
            return Files.size(target) == content.length && Arrays.equals(Files.readAllBytes(target), content);
        } catch (NoSuchFileException e) {
            return false;
        }
    }
}
