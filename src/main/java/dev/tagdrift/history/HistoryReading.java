package dev.tagdrift.history;

import java.util.List;

/** What came of reading a history file. */
public sealed interface HistoryReading {
    /** There is none yet. */
    record Absent() implements HistoryReading {}

    /**
     * It was read.
     *
     * @param history what it says
     * @param cutLines those that a writer did not live to finish, from 1; the next writing leaves them out
     * @param ended whether the last line has its end
     */
    record Present(History history, List<Integer> cutLines, boolean ended) implements HistoryReading {
        /** Copies the list. */
        public Present {
            cutLines = List.copyOf(cutLines);
        }
    }

    /**
     * There is something that is no history of this program, or cannot be read. It is never written to.
     *
     * @param reason why
     * @param line that tells, from 1
     */
    record Rejected(Reason reason, int line) implements HistoryReading {}

    /** Why a file is not taken for a history. */
    enum Reason {
        /** A line is none of a history. */
        FOREIGN,
        /** A line has a version that is not known. */
        NEWER,
        /** It is larger than any history (over 64 MiB). */
        TOO_LARGE,
        /** It is a folder, a device, or a link to nothing. */
        NO_FILE,
        /** The file system refuses. */
        NO_PERMISSION,
        /** Reading failed in another way. */
        IO_ERROR
    }
}
