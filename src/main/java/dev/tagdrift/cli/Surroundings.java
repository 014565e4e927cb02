package dev.tagdrift.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * Everything of the outside world that a command sees, handed in so that nothing below reaches for it.
 *
 * @param environment the environment variables
 * @param workingDirectory where the command was called, absolute
 * @param home the user's home directory, absolute
 * @param out where data goes
 * @param err where progress, logs and the count go
 * @param terminal whether a person reads {@code out}
 * @param watched whether a person reads {@code err} while the command runs
 * @param clock tells the time
 * @param interruption tells when somebody ends the run
 */
public record Surroundings(
        Map<String, String> environment,
        Path workingDirectory,
        Path home,
        PrintWriter out,
        PrintWriter err,
        boolean terminal,
        boolean watched,
        Clock clock,
        Interruption interruption) {
    private static final int USUAL_WIDTH = 100;

    /** Nobody ends the run. */
    public Surroundings(
            Map<String, String> environment,
            Path workingDirectory,
            Path home,
            PrintWriter out,
            PrintWriter err,
            boolean terminal,
            boolean watched,
            Clock clock) {
        this(environment, workingDirectory, home, out, err, terminal, watched, clock, new Interruption());
    }

    /** The columns of a line; a log has no end of them. */
    int width() {
        String columns = environment.getOrDefault("COLUMNS", "");
        if (columns.matches("[1-9][0-9]{1,3}")) {
            return Integer.parseInt(columns);
        }
        return terminal ? USUAL_WIDTH : Integer.MAX_VALUE;
    }

    /** Whether {@code auto} means colours here. */
    boolean colours() {
        return terminal
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
    }
}
