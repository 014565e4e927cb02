package dev.tagdrift.cli;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands, and hands them the outside world. */
final class Commands implements IFactory {
    private final Surroundings surroundings;

    Commands(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (type == ScanCommand.class) {
            return type.cast(new ScanCommand(surroundings));
        }
        if (type == LockCommand.class) {
            return type.cast(new LockCommand(surroundings));
        }
        if (type == PinCommand.class) {
            return type.cast(new PinCommand(surroundings));
        }
        if (type == UnpinCommand.class) {
            return type.cast(new UnpinCommand(surroundings));
        }
        if (type == ExportPolicyCommand.class) {
            return type.cast(new ExportPolicyCommand(surroundings));
        }
        if (type == ExportBakeCommand.class) {
            return type.cast(new ExportBakeCommand(surroundings));
        }
        if (type == ExportEnvCommand.class) {
            return type.cast(new ExportEnvCommand(surroundings));
        }
        if (type == CheckCommand.class) {
            return type.cast(new CheckCommand(surroundings));
        }
        if (type == ReportCommand.class) {
            return type.cast(new ReportCommand(surroundings));
        }
        if (type == ExplainCommand.class) {
            return type.cast(new ExplainCommand(surroundings));
        }
        if (type == VerifyCommand.class) {
            return type.cast(new VerifyCommand(surroundings));
        }
        if (type == DemoCommand.class) {
            return type.cast(new DemoCommand(surroundings));
        }
        if (type == CompletionCommand.class) {
            return type.cast(new CompletionCommand(surroundings));
        }
        if (type == ManPagesCommand.class) {
            return type.cast(new ManPagesCommand(surroundings));
        }
        return CommandLine.defaultFactory().create(type);
    }
}
