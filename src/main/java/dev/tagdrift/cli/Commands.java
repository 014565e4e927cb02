package dev.tagdrift.cli;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;

/** Makes the commands, and hands them the outside world. */
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
        byName.put("help", HelpCommand::new);
    }

    /** All of them. */
    CommandLine line() {
        return line(byName.keySet());
    }

    /**
     * As much as it takes to read these arguments, since a quarter of a short run is reading the options of commands: the
     * one that is named, none to tell the version, else all.
     */
    CommandLine line(String... arguments) {
        return switch (arguments.length == 0 ? "" : arguments[0]) {
            case "-V", "--version" -> line(List.of());
            case "help" -> line();
            case String name when byName.containsKey(name) -> line(List.of(name));
            default -> line();
        };
    }

    private CommandLine line(Collection<String> names) {
        CommandLine line = new CommandLine(new TagdriftCommand());
        byName.forEach((name, command) -> {
            if (names.contains(name)) {
                line.addSubcommand(command.get());
            }
        });
        return line;
    }

    private CommandLine export() {
        return new CommandLine(new ExportCommand())
                .addSubcommand(new ExportPolicyCommand(surroundings))
                .addSubcommand(new ExportBakeCommand(surroundings))
                .addSubcommand(new ExportEnvCommand(surroundings))
                .addSubcommand(new HelpCommand());
    }
}
