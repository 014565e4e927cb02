package dev.tagdrift.cli;

import dev.tagdrift.report.ExitCode;
import dev.tagdrift.report.Message;
import dev.tagdrift.report.TextRenderer;
import dev.tagdrift.report.UsageWording;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Tells why a command could not be run, or not to its end: exit code 2, never picocli's 1. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private final Surroundings surroundings;

    Failures(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public int handleParseException(ParameterException problem, String[] args) {
        if (problem.getCommandLine().getCommand() instanceof ExportEnvCommand export) {
            export.breakBuild();
        }
        Misuse misuse = Misuse.of(problem);
        List<String> hints = new ArrayList<>();
        if (!misuse.near().isEmpty()) {
            hints.add(UsageWording.meant(misuse.near()));
        }
        if (misuse.isNothing()) {
            hints.add(UsageWording.begin());
        }
        hints.add(UsageWording.seeHelp(misuse.command().qualifiedName()));
        return tell(List.of(UsageWording.usage(misuse.sentence(), hints)));
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
