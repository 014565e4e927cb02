package dev.tagdrift.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What reading a file gives. */
sealed interface FileContent {
    /** No Dockerfile is larger. */
    int LIMIT = 64 << 20;

    /**
     * Text, as far as one can tell.
     *
     * @param bytes of the file
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Text(byte[] bytes) implements FileContent {}

    /**
     * Nothing.
     *
     * @param reason why
     */
    record None(ScanProblem.Reason reason) implements FileContent {}

    static FileContent read(Path file) {
        try {
            // Reading a pipe or a device could last for ever.
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                return new None(ScanProblem.Reason.IO_ERROR);
            }
            if (Files.size(file) > LIMIT) {
                return new None(ScanProblem.Reason.TOO_LARGE);
            }
            try (InputStream in = Files.newInputStream(file)) {
                return of(in.readNBytes(LIMIT + 1));
            }
        } catch (IOException e) {
            return new None(reason(file, e));
        }
    }

    /** Why an operation on a path failed. */
    static ScanProblem.Reason reason(Path path, IOException failure) {
        return switch (failure) {
            case AccessDeniedException denied -> ScanProblem.Reason.NO_PERMISSION;
            case NoSuchFileException missing ->
                Files.exists(path, LinkOption.NOFOLLOW_LINKS)
                        ? ScanProblem.Reason.DANGLING_LINK
                        : ScanProblem.Reason.NOT_FOUND;
            default -> ScanProblem.Reason.IO_ERROR;
        };
    }

    private static FileContent of(byte[] bytes) {
        if (bytes.length > LIMIT) {
            return new None(ScanProblem.Reason.TOO_LARGE);
        }
        for (byte each : bytes) {
            if (each == 0) {
                return new None(ScanProblem.Reason.BINARY);
            }
        }
        return new Text(bytes);
    }
}
