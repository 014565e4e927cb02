package dev.tagdrift.source;

import dev.tagdrift.dockerfile.DockerfileProblem;

/** Why the images of a file, or one of them, cannot be known. */
public sealed interface ScanProblem {
    /** Where; line 1 where the whole file is meant. */
    Location location();

    /**
     * The text of a Dockerfile cannot be understood.
     *
     * @param location of the words that cannot
     * @param problem what is wrong with them
     */
    record InDockerfile(Location location, DockerfileProblem problem) implements ScanProblem {}

    /**
     * The file or folder cannot be read.
     *
     * @param location of it
     * @param reason why
     */
    record Unreadable(Location location, Reason reason) implements ScanProblem {}

    /** Why a file cannot be read. */
    enum Reason {
        /** The file system refuses. */
        NO_PERMISSION,
        /** A link points to nothing. */
        DANGLING_LINK,
        /** The bytes are no text. */
        BINARY,
        /** The file is larger than any Dockerfile is (over 64 MiB). */
        TOO_LARGE,
        /** There is no such file or folder. */
        NOT_FOUND,
        /** Reading failed in another way. */
        IO_ERROR
    }
}
