package dev.tagdrift.auth;

import java.nio.file.Path;

/** Why credentials could not be read. It stops nobody from asking anonymously. */
public sealed interface CredentialWarning {
    /** Where they should have been. */
    Path file();

    /**
     * The file is there and cannot be read.
     *
     * @param file that was tried
     * @param detail the system's own words
     */
    record Unreadable(Path file, String detail) implements CredentialWarning {}

    /**
     * The file is not JSON, or not an object.
     *
     * @param file that was read
     * @param line where reading ended
     */
    record Malformed(Path file, int line) implements CredentialWarning {}

    /**
     * One entry makes no sense; the others hold.
     *
     * @param file that was read
     * @param registry the entry's key
     */
    record BadEntry(Path file, String registry) implements CredentialWarning {}
}
