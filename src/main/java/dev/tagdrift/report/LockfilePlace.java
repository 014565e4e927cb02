package dev.tagdrift.report;

import static dev.tagdrift.report.Phrases.code;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the lockfile is.
 *
 * @param path as it is printed
 * @param named what the command line says, if it says: then the next command has to say it too
 */
public record LockfilePlace(String path, Optional<String> named) {
    private static final Pattern ONE_WORD = Pattern.compile("[A-Za-z0-9._/@%+=:,-]+");

    /** Where it is looked for. */
    public static LockfilePlace usual(String path) {
        return new LockfilePlace(path, Optional.empty());
    }

    /** A command that works on it, ready to be copied. */
    String command(String words) {
        return code(line(words));
    }

    /** The same as a part of another command. */
    String line(String words) {
        return "tagdrift " + words
                + named.map(file -> " --lockfile " + quoted(file)).orElse("");
    }

    private static String quoted(String file) {
        return ONE_WORD.matcher(file).matches() ? file : "'" + file.replace("'", "'\\''") + "'";
    }
}
