package dev.tagdrift.cli;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;

/**
 * Makes the commands, and hands them the outside world.
 *
 * <p>No lambda here has a type of picocli in its signature: its class files are so old that Java leaves them out of a
 * cache of classes, and Java 25 crashes while it writes such a lambda into one.
 */
final class Commands {
    private final Map<String, Supplier<Object>> byName = new LinkedHashMap<>();
    private final Surroundings surroundings;

    Commands(Surroundings surroundings) {
        this.surroundings = surroundings;
        byName.put("scan", () -> new ScanCommand(surroundings));
        byName.put("lock", () -> new LockCommand(surroundings));
        byName.put("check", () -> new CheckCommand(surroundings));
        byName.put("report", () -> new ReportCommand(surroundings));
        byName.put("explain", () -> new ExplainCommand(surroundings));
        byName.put("pin", () -> new PinCommand(surroundings));
        byName.put("unpin", () -> new UnpinCommand(surroundings));
        byName.put("export", this::export);
        byName.put("verify", () -> new VerifyCommand(surroundings));
        byName.put("demo", () -> new DemoCommand(surroundings));
        byName.put("completion", () -> new CompletionCommand(surroundings));
        byName.put("man-pages", () -> new ManPagesCommand(surroundings));
        byName.put("help", () -> new HelpCommand());
    }

    /** All of them. */
    CommandLine line() {
        return line(byName.keySet());
    }

    /**
     * As much as it takes to read these arguments, since a quarter of a short run is reading the options of commands: the
     * one that is named, else all.
     */
    CommandLine line(String... arguments) {
        String first = arguments.length == 0 ? "help" : arguments[0];
        return byName.containsKey(first) && !first.equals("help") ? line(List.of(first)) : line();
    }

    private CommandLine line(Collection<String> names) {
        CommandLine line = new CommandLine(new TagdriftCommand());
        for (String name : names) {
            line.addSubcommand(requireNonNull(byName.get(name)).get());
        }
        return line;
    }

    private Object export() {
        return new CommandLine(new ExportCommand())
                .addSubcommand(new ExportPolicyCommand(surroundings))
                .addSubcommand(new ExportBakeCommand(surroundings))
                .addSubcommand(new ExportEnvCommand(surroundings))
                .addSubcommand(new HelpCommand());
    }
}
