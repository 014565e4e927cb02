package dev.tagdrift.lockfile;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Replaces a file so that a reader, or whoever comes after a crash, finds the old content or the new, never half of it:
 * written to a temporary file beside it, flushed, moved over it.
 */
public final class AtomicFile {
    /** A temporary file older than this was left by a process that was killed. */
    private static final Duration ABANDONED = Duration.ofMinutes(10);

    private AtomicFile() {}

    /**
     * Puts the content in the place of whatever is there, under the same mode and, where that is permitted, owner.
     *
     * @param target with its links resolved: a link itself would be replaced
     * @throws IOException if it could not be written; the old content is still there
     */
    public static void replace(Path target, byte[] content) throws IOException {
        Path folder = target.getParent();
        if (folder == null) {
            throw new NoSuchFileException(target.toString());
        }
        Files.createDirectories(folder);
        Path temporary = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            fill(temporary, content);
            keepAttributes(target, temporary);
            sweep(folder, leftovers(target), Files.getLastModifiedTime(temporary));
            move(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void fill(Path temporary, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(temporary, CREATE_NEW, WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static void keepAttributes(Path target, Path temporary) throws IOException {
        PosixFileAttributeView from = Files.getFileAttributeView(target, PosixFileAttributeView.class);
        PosixFileAttributeView to = Files.getFileAttributeView(temporary, PosixFileAttributeView.class);
        if (from != null && to != null && Files.exists(target)) {
            PosixFileAttributes old = from.readAttributes();
            keepOwner(old, to);
            to.setPermissions(old.permissions());
        }
    }

    private static void keepOwner(PosixFileAttributes old, PosixFileAttributeView to) throws IOException {
        PosixFileAttributes fresh = to.readAttributes();
        try {
            if (!fresh.group().equals(old.group())) {
                to.setGroup(old.group());
            }
            if (!fresh.owner().equals(old.owner())) {
                to.setOwner(old.owner());
            }
        } catch (FileSystemException e) {
            // Only root may give a file away; whoever may write it here owns the new one.
        }
    }

    private static void move(Path temporary, Path target) throws IOException {
        try {
            Files.move(temporary, target, ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            // Some network and Windows file systems cannot; replacing is the best that they offer.
            Files.move(temporary, target, REPLACE_EXISTING);
        }
    }

    private static Predicate<Path> leftovers(Path target) {
        Pattern name = Pattern.compile(Pattern.quote("." + target.getFileName() + ".") + "[0-9a-f-]{36}\\.tmp");
        return file -> name.matcher(file.getFileName().toString()).matches();
    }

    /** What cannot be swept may stay: that is no reason for a write to fail. */
    private static void sweep(Path folder, Predicate<Path> leftovers, FileTime now) {
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(leftovers).forEach(leftover -> sweep(leftover, now));
        } catch (IOException | UncheckedIOException e) {
            // The folder may be written to, but not read.
        }
    }

    private static void sweep(Path leftover, FileTime now) {
        try {
            Duration age = Duration.between(Files.getLastModifiedTime(leftover).toInstant(), now.toInstant());
            if (age.compareTo(ABANDONED) > 0) {
                Files.deleteIfExists(leftover);
            }
        } catch (IOException e) {
            // Somebody else has swept it, or it is no file.
        }
    }
}
