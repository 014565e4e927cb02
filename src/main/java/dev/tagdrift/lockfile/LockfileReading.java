package dev.tagdrift.lockfile;

/** What came of reading a lockfile. */
public sealed interface LockfileReading {
    /** There is none yet. */
    record Absent() implements LockfileReading {}

    /**
     * It was read.
     *
     * @param lockfile what it says
     */
    record Present(Lockfile lockfile) implements LockfileReading {}

    /**
     * There is one, but what it says cannot be known.
     *
     * @param problem why
     */
    record Rejected(LockfileProblem problem) implements LockfileReading {}
}
