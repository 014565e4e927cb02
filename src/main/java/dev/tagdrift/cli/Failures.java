package dev.tagdrift.cli;

import dev.tagdrift.report.ExitCode;
import dev.tagdrift.report.Message;
import dev.tagdrift.report.TextRenderer;
import dev.tagdrift.report.UsageWording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells why a command could not be run, or not to its end: exit code 2, never picocli's 1. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private static final int SUGGESTIONS = 3;

    private final Surroundings surroundings;

    Failures(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public int handleParseException(ParameterException told, String[] args) {
        ParameterException problem = asked(told);
        if (problem.getCommandLine().getCommand() instanceof ExportEnvCommand export) {
            export.breakBuild();
        }
        String command = problem.getCommandLine().getCommandSpec().qualifiedName();
        List<String> hints = new ArrayList<>();
        if (problem instanceof UnmatchedArgumentException unmatched) {
            List<String> near =
                    unmatched.getSuggestions().stream().limit(SUGGESTIONS).toList();
            if (!near.isEmpty()) {
                hints.add(UsageWording.meant(near));
            }
        }
        hints.add(UsageWording.seeHelp(command));
        return tell(List.of(UsageWording.usage(sentence(problem), hints)));
    }

    /** The command {@code help} has words of its own for a command that there is not. */
    private static ParameterException asked(ParameterException problem) {
        return problem.getArgSpec() == null && problem.getValue() != null
                ? new UnmatchedArgumentException(problem.getCommandLine(), List.of(problem.getValue()))
                : problem;
    }

    private static String sentence(ParameterException problem) {
        if (problem instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            String first = unmatched.getUnmatched().getFirst();
            return unmatched.isUnknownOption() ? UsageWording.unknownOption(first) : UsageWording.unknownCommand(first);
        }
        if (problem instanceof MissingParameterException missing
                && missing.getMissing().stream().findFirst().orElse(null) instanceof OptionSpec option) {
            return UsageWording.missingValue(option.longestName(), option.paramLabel());
        }
        if (problem.getArgSpec() instanceof OptionSpec option) {
            String value = Optional.ofNullable(problem.getValue()).orElse("this");
            return UsageWording.notAllowed(value, option.longestName(), allowed(option));
        }
        return String.valueOf(problem.getMessage());
    }

    /** The values of an enum in lower case; else what the help calls the value. */
    private static List<String> allowed(OptionSpec option) {
        return Arrays.stream(option.auxiliaryTypes())
                .filter(Class::isEnum)
                .findFirst()
                .map(type -> Arrays.stream(type.getEnumConstants())
                        .map(value -> value.toString().toLowerCase(Locale.ROOT))
                        .toList())
                .orElse(List.of(option.paramLabel()));
    }

    @Override
    public int handleExecutionException(Exception problem, CommandLine command, ParseResult parsed) {
        if (problem instanceof Stop stop) {
            tell(stop.messages());
            return stop.exitCode();
        }
        problem.printStackTrace(surroundings.err());
        return tell(List.of(UsageWording.internal(problem.toString())));
    }

    private int tell(List<Message> messages) {
        TextRenderer renderer = new TextRenderer(surroundings.colours(), surroundings.width());
        messages.forEach(message -> renderer.lines(message).forEach(surroundings.err()::println));
        surroundings.err().flush();
        return ExitCode.ERROR;
    }
}
