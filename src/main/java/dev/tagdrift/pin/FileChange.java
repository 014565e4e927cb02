package dev.tagdrift.pin;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What became of one file.
 *
 * @param path relative to the root, with {@code /}
 * @param before its bytes
 * @param after the bytes that it should have
 * @param places what became of each place that names an image, in the order of the file
 * @param trouble why it could not be read or written
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record FileChange(String path, byte[] before, byte[] after, List<UseChange> places, Optional<Trouble> trouble) {
    /** Copies the list. */
    public FileChange {
        places = List.copyOf(places);
    }

    /** Why a file could not be read or written. */
    public enum Trouble {
        /** It cannot be read any more. */
        NOT_READABLE,
        /** Somebody else wrote it meanwhile. */
        CHANGED_MEANWHILE,
        /** It is a link to a file that is not under the root. */
        OUTSIDE_ROOT,
        /** The file system refuses. */
        NO_PERMISSION,
        /** Writing failed in another way. */
        IO_ERROR
    }

    static FileChange none(String path, byte[] content, Trouble trouble) {
        return new FileChange(path, content, content, List.of(), Optional.of(trouble));
    }

    FileChange with(Trouble problem) {
        return new FileChange(path, before, after, places, Optional.of(problem));
    }

    /** Whether it has other bytes, or would have them. */
    public boolean differs() {
        return !Arrays.equals(before, after);
    }

    /** Whether it has them, if writing was asked for. */
    public boolean succeeded() {
        return differs() && trouble.isEmpty();
    }
}
