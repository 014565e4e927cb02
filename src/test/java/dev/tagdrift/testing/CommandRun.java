package dev.tagdrift.testing;

import dev.tagdrift.cli.Interruption;
import dev.tagdrift.cli.Main;
import dev.tagdrift.cli.Surroundings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * One run of the whole program, without a process.
 *
 * @param exitCode it ended with
 * @param out what went to standard output
 * @param err what went to standard error
 */
public record CommandRun(int exitCode, String out, String err) {
    /** Whatever a run prints holds no secret. */
    public CommandRun {
        Secrets.areNotIn(out + err);
    }

    /** Runs the program in a folder, with this environment. */
    public static CommandRun in(Path folder, Map<String, String> environment, boolean terminal, String... arguments) {
        return at(Clock.systemUTC(), folder, environment, terminal, new Interruption(), arguments);
    }

    /** The same, where somebody may end it. */
    public static CommandRun in(
            Path folder,
            Map<String, String> environment,
            boolean terminal,
            Interruption interruption,
            String... arguments) {
        return at(Clock.systemUTC(), folder, environment, terminal, interruption, arguments);
    }

    /** Runs the program at a time. */
    public static CommandRun at(
            Clock clock, Path folder, Map<String, String> environment, boolean terminal, String... arguments) {
        return at(clock, folder, environment, terminal, new Interruption(), arguments);
    }

    private static CommandRun at(
            Clock clock,
            Path folder,
            Map<String, String> environment,
            boolean terminal,
            Interruption interruption,
            String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Main.run(
                arguments,
                new Surroundings(
                        environment,
                        folder,
                        folder.resolve(".home"),
                        new PrintWriter(out),
                        new PrintWriter(err),
                        terminal,
                        false,
                        clock,
                        interruption));
        return new CommandRun(exitCode, unified(out), unified(err));
    }

    private static String unified(StringWriter text) {
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    /** All three, as a test approves them. */
    public String transcript() {
        return "exit " + exitCode + "\n--- out\n" + out + "--- err\n" + err;
    }
}
