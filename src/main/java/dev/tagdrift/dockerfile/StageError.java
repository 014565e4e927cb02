package dev.tagdrift.dockerfile;

/** What BuildKit refuses about the use of a stage. */
public enum StageError {
    /** The name of a stage does not fit {@code [a-z][a-z0-9-_.]*}, whatever its case. */
    BAD_NAME,
    /** A number that is no index of an earlier stage. */
    BAD_INDEX,
    /** A stage that is defined later in the file. */
    LATER_STAGE,
    /** An earlier stage that FROM would know by its name in lower case. */
    UPPER_CASE,
    /** A stage that uses itself. */
    CIRCULAR
}
