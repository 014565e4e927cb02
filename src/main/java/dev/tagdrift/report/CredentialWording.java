package dev.tagdrift.report;

import static dev.tagdrift.report.Phrases.code;

import java.time.Duration;
import java.util.List;

/** The words for stored credentials that cannot be used. */
public final class CredentialWording {
    private CredentialWording() {}

    /** The file is there and cannot be read. */
    public static Message unreadable(String file, String reason) {
        return unused(file, "reading them fails: " + reason);
    }

    /** The file, or the variable, is not JSON. */
    public static Message malformed(String source, int line) {
        return unused(source + ":" + line, "it is not JSON");
    }

    /** One entry is of no use; the others hold. */
    public static Message badEntry(String source, String registry) {
        return unused(source, "the entry for " + code(registry) + " makes no sense");
    }

    /** A helper is not there. */
    public static Message helperMissing(String program, String registry) {
        return unused(program, "there is no such program on the PATH to ask for the login of " + registry);
    }

    /**
     * A helper fails.
     *
     * @param detail in what way
     */
    public static Message helperFailed(String program, String registry, String detail) {
        return unused(program, detail + " when it is asked for the login of " + registry);
    }

    /** A helper hangs. */
    public static Message helperSlow(String program, String registry, Duration limit) {
        return unused(program, "it does not tell the login of " + registry + " within " + Phrases.time(limit));
    }

    private static Message unused(String where, String reason) {
        return new Message(
                Kind.WARNING,
                Id.CREDENTIALS,
                where,
                "these credentials are not used: " + reason,
                List.of(),
                List.of("images that everybody may pull are checked all the same"));
    }
}
