package dev.tagdrift.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Arrays;
import java.util.Optional;

/**
 * A file that others may write to as well, held by a lock for as long as it is open: unless the file system has
 * none. Then it can be added to all the same, but not replaced.
 *
 * <p>Where locks are those of POSIX, they are gone as soon as the process closes the file, however else it opened it: so
 * what is under the lock is read through the channel that holds it.
 */
final class LockedFile implements AutoCloseable {
    /** Half a minute, for what takes a writer some milliseconds. */
    private static final int TRIES = 3_000;

    private static final long PAUSE_MILLIS = 10;

    /** Where Windows locks a part of a file nobody else can read it: so a part that is never there. */
    private static final long FAR_BEHIND = Long.MAX_VALUE - 1;

    private final Path file;
    private final FileChannel channel;
    private final boolean mine;

    private LockedFile(Path file, FileChannel channel, boolean mine) {
        this.file = file;
        this.channel = channel;
        this.mine = mine;
    }

    /** Waits for the lock, but not for ever; makes the file if there is none. A link stays: the file behind it is opened. */
    static LockedFile open(Path path) throws IOException {
        Path file = Files.exists(path) ? path.toRealPath() : path;
        for (int i = 0; i < TRIES; i++) {
            Optional<Object> identity = identity(file);
            FileChannel channel = FileChannel.open(file, CREATE, READ, WRITE);
            try {
                boolean mine = isLocked(channel);
                // Whoever had the lock may have put another file in its place: it would be on the one that is gone.
                if (mine && identity(file).equals(identity)) {
                    return new LockedFile(file, channel, true);
                }
                channel.close();
                if (!mine) {
                    pause();
                }
            } catch (UnsupportedLockException e) {
                return new LockedFile(file, channel, false);
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        }
        throw new FileSystemException(file.toString(), null, "another run keeps it locked");
    }

    private static boolean isLocked(FileChannel channel) throws UnsupportedLockException {
        try {
            return channel.tryLock(FAR_BEHIND, 1, false) != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            throw new UnsupportedLockException(e);
        }
    }

    private static Optional<Object> identity(Path file) throws IOException {
        return Files.exists(file)
                ? Optional.ofNullable(
                        Files.readAttributes(file, BasicFileAttributes.class).fileKey())
                : Optional.empty();
    }

    private static void pause() throws InterruptedIOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    /** Whether nobody else writes to it now. */
    boolean isMine() {
        return mine;
    }

    /** What it holds, up to a limit. */
    byte[] read(int limit) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(limit, channel.size()));
        channel.position(0);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // Goes on until the end.
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    /** Adds to the end by one write, which no other one can divide. The lock ends with it. */
    void append(String text) throws IOException {
        try (FileChannel end = FileChannel.open(file, WRITE, APPEND)) {
            write(end, text);
        }
    }

    /** Puts another content in its place, at once. The lock is on what is gone then. */
    void replace(String text) throws IOException {
        // No name that a repository could hold as a link to another file.
        Path temporary = Files.createTempFile(file.resolveSibling(""), "." + file.getFileName(), ".tmp");
        try {
            try (FileChannel fresh = FileChannel.open(temporary, WRITE, NOFOLLOW_LINKS)) {
                write(fresh, text);
            }
            keepMode(temporary);
            move(temporary);
        } catch (IOException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
    }

    private static void write(FileChannel target, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
        while (bytes.hasRemaining()) {
            target.write(bytes);
        }
        target.force(true);
    }

    private void keepMode(Path temporary) throws IOException {
        PosixFileAttributeView from = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        PosixFileAttributeView to = Files.getFileAttributeView(temporary, PosixFileAttributeView.class);
        if (from != null && to != null) {
            to.setPermissions(from.readAttributes().permissions());
        }
    }

    private void move(Path temporary) throws IOException {
        try {
            Files.move(temporary, file, ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, file, REPLACE_EXISTING);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** The file system has no locks. */
    private static final class UnsupportedLockException extends Exception {
        private static final long serialVersionUID = 1L;

        UnsupportedLockException(IOException cause) {
            super(cause);
        }
    }
}
