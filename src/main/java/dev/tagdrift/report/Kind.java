package dev.tagdrift.report;

import java.util.Locale;

/** How much a message weighs. */
public enum Kind {
    /** What was locked and what is in the registry are not the same. */
    DRIFT,
    /** Files and lockfile are not in step. */
    STALE,
    /** Something could not be read or asked. */
    ERROR,
    /** Something is odd, and nothing fails because of it. */
    WARNING,
    /** Good to know. */
    NOTE;

    /** Whether a check fails because of it. */
    boolean fails() {
        return this != WARNING && this != NOTE;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
