package dev.tagdrift.auth;

import java.io.IOException;
import java.time.Duration;

/** Why credentials could not be had. It stops nobody from asking anonymously. */
public sealed interface CredentialWarning {
    /** Where they should have been: a file, a variable, or the program that was asked. */
    String source();

    /**
     * The file is there and cannot be read.
     *
     * @param source that was tried
     * @param problem the system's own words
     */
    record Unreadable(String source, IOException problem) implements CredentialWarning {}

    /**
     * The file is not JSON, or not an object.
     *
     * @param source that was read
     * @param line where reading ended
     */
    record Malformed(String source, int line) implements CredentialWarning {}

    /**
     * One entry makes no sense; the others hold.
     *
     * @param source that was read
     * @param registry the entry's key
     */
    record BadEntry(String source, String registry) implements CredentialWarning {}

    /**
     * A program that the configuration names is not there.
     *
     * @param source the program
     * @param registry that it should know
     */
    record HelperMissing(String source, String registry) implements CredentialWarning {}

    /**
     * A program that knows credentials failed. What it said is not repeated: it may be a secret.
     *
     * @param source the program
     * @param registry that it was asked for
     * @param detail in what way
     */
    record HelperFailed(String source, String registry, String detail) implements CredentialWarning {}

    /**
     * A program that knows credentials did not answer, and was ended.
     *
     * @param source the program
     * @param registry that it was asked for
     * @param limit how long it was waited for
     */
    record HelperSlow(String source, String registry, Duration limit) implements CredentialWarning {}
}
