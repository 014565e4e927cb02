package dev.tagdrift.cli;

import dev.tagdrift.report.ExitCode;
import dev.tagdrift.report.UsageWording;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import picocli.CommandLine;

/** Starts the program. */
public final class Main {
    /** Set by the launcher, which can tell cheaply whether standard output is a terminal. */
    private static final String TERMINAL = "tagdrift.terminal";

    /** Likewise for standard error. */
    private static final String WATCHED = "tagdrift.watched";

    private Main() {}

    /** Runs one command and ends with its exit code. */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(new Thread(interruption::shutDown, "interruption"));
        int exitCode = guarded(
                args,
                new Surroundings(
                        Map.copyOf(System.getenv()),
                        Path.of("").toAbsolutePath(),
                        Path.of(System.getProperty("user.home", "")).toAbsolutePath(),
                        out,
                        err,
                        Boolean.getBoolean(TERMINAL),
                        Boolean.getBoolean(WATCHED),
                        Clock.systemUTC(),
                        interruption));
        err.flush();
        end(exitCode, interruption);
    }

    /**
     * Halts, since a proper exit looks for a logger first, which takes longer than to tell the version. Nothing is left to
     * be run at the end, unless somebody ends the run: then it is for the virtual machine to say how that went.
     */
    private static void end(int exitCode, Interruption interruption) {
        interruption.runIsOver();
        if (interruption.exitCode().isPresent()) {
            System.exit(exitCode);
        }
        Runtime.getRuntime().halt(exitCode);
    }

    /**
     * Java ends with 1 where an error reaches it, which would be read as drift; and what could not be written was not
     * said.
     */
    private static int guarded(String[] args, Surroundings surroundings) {
        try {
            int exitCode = run(args, surroundings);
            if (surroundings.out().checkError()) {
                surroundings.err().println(UsageWording.outputLost());
                return ExitCode.ERROR;
            }
            return exitCode;
        } catch (Throwable e) {
            surroundings.err().println(UsageWording.crashed(e.toString()));
            return ExitCode.ERROR;
        }
    }

    /** Runs one command. Ends nothing, so that a test can look on. */
    public static int run(String[] args, Surroundings surroundings) {
        if (Version.isAllAsked(args)) {
            surroundings.out().println(Version.sentence());
            return ExitCode.OK;
        }
        Failures failures = new Failures(surroundings);
        return new Commands(surroundings)
                .line(args)
                .setOut(surroundings.out())
                .setErr(surroundings.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        surroundings.colours() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
                .setUsageHelpWidth(Math.max(60, Math.min(surroundings.width(), 100)))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setDefaultValueProvider(new EnvironmentDefaults(surroundings.environment()))
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures)
                .execute(args);
    }
}
