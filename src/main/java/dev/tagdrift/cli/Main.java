package dev.tagdrift.cli;

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

    private Main() {}

    /** Runs one command and ends with its exit code. */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(new Thread(interruption::shutDown, "interruption"));
        int exitCode = run(
                args,
                new Surroundings(
                        Map.copyOf(System.getenv()),
                        Path.of("").toAbsolutePath(),
                        Path.of(System.getProperty("user.home", "")).toAbsolutePath(),
                        out,
                        err,
                        Boolean.getBoolean(TERMINAL),
                        Clock.systemUTC(),
                        interruption));
        out.flush();
        err.flush();
        interruption.runIsOver();
        System.exit(exitCode);
    }

    /** Runs one command. Ends nothing, so that a test can look on. */
    public static int run(String[] args, Surroundings surroundings) {
        Failures failures = new Failures(surroundings);
        return new CommandLine(new TagdriftCommand(), new Commands(surroundings))
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
