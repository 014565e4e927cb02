package dev.tagdrift.lockfile;

import java.util.List;
import java.util.Optional;

/** Why a lockfile cannot be read. It is never repaired by guessing, and never written over. */
public sealed interface LockfileProblem {
    /** The line that tells, from 1. */
    int line();

    /**
     * A merge left its markers.
     *
     * @param lines of the markers, from 1, in their order; never empty
     */
    record Conflict(List<Integer> lines) implements LockfileProblem {
        /** Copies the list. */
        public Conflict {
            lines = List.copyOf(lines);
        }

        @Override
        public int line() {
            return lines.getFirst();
        }
    }

    /**
     * The text is no lockfile.
     *
     * @param line that tells
     * @param flaw what is wrong
     * @param subject the key, value or token that is; may be empty
     * @param expected what would be right in its place, if there is something
     */
    record Malformed(int line, Flaw flaw, String subject, Optional<String> expected) implements LockfileProblem {}

    /**
     * The version of the format is not known.
     *
     * @param line of the version
     * @param found the version, as written
     */
    record UnknownVersion(int line, String found) implements LockfileProblem {}

    /**
     * There is something, but not a file that can be read.
     *
     * @param reason why
     */
    record Unreadable(Reason reason) implements LockfileProblem {
        @Override
        public int line() {
            return 1;
        }
    }

    /** What can be wrong with the text of a lockfile. */
    enum Flaw {
        /** The file has no text. */
        EMPTY,
        /** The text is not JSON, from the subject on. */
        NOT_JSON,
        /** The key stands there twice. */
        DUPLICATE_KEY,
        /** The key is none of the format. */
        UNKNOWN_KEY,
        /** The key is not there. */
        MISSING_KEY,
        /** The value of the key has another type. */
        WRONG_TYPE,
        /** The value is no full digest. */
        BAD_DIGEST,
        /** The value is no canonical reference with a tag. */
        BAD_REFERENCE,
        /** The value is no platform. */
        BAD_PLATFORM,
        /** The value is no time. */
        BAD_TIME
    }

    /** Why there is nothing to read. */
    enum Reason {
        /** It is a folder. */
        DIRECTORY,
        /** The file system refuses. */
        NO_PERMISSION,
        /** It is a link to nothing. */
        DANGLING_LINK,
        /** It is larger than any lockfile (over 64 MiB). */
        TOO_LARGE,
        /** Reading failed in another way. */
        IO_ERROR
    }
}
