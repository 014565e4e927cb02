package dev.tagdrift.cli;

import dev.tagdrift.report.ExitCode;
import dev.tagdrift.report.Message;
import dev.tagdrift.report.TextRenderer;
import dev.tagdrift.report.Wording;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells why a command could not be run, or not to its end: exit code 2, never picocli's 1. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private final Surroundings surroundings;

    Failures(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public int handleParseException(ParameterException problem, String[] args) {
        List<String> hints = new ArrayList<>();
        if (problem instanceof UnmatchedArgumentException unmatched) {
            unmatched.getSuggestions().stream()
                    .limit(3)
                    .map(near -> "do you mean `" + near + "`?")
                    .forEach(hints::add);
        }
        String command = problem.getCommandLine().getCommandSpec().qualifiedName();
        hints.add("see `" + command + " --help`");
        return tell(List.of(Wording.usage(sentence(problem), hints)));
    }

    private static String sentence(ParameterException problem) {
        String message = String.valueOf(problem.getMessage());
        return message.isEmpty() ? "the command line cannot be understood" : message;
    }

    @Override
    public int handleExecutionException(Exception problem, CommandLine command, ParseResult parsed) {
        if (problem instanceof Stop stop) {
            tell(stop.messages());
            return stop.exitCode();
        }
        problem.printStackTrace(surroundings.err());
        return tell(List.of(Wording.internal(problem.toString())));
    }

    private int tell(List<Message> messages) {
        TextRenderer renderer = new TextRenderer(surroundings.colours(), surroundings.width());
        messages.forEach(message -> renderer.lines(message).forEach(surroundings.err()::println));
        surroundings.err().flush();
        return ExitCode.ERROR;
    }
}
