package dev.tagdrift.cli;

import dev.tagdrift.report.UsageWording;
import dev.tagdrift.settings.NearMatch;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What is wrong with a command line, in our words.
 *
 * @param problem as picocli has it
 * @param command that was not understood
 */
record Misuse(ParameterException problem, CommandSpec command) {
    private static final int SUGGESTIONS = 3;

    static Misuse of(ParameterException problem) {
        return new Misuse(problem, problem.getCommandLine().getCommandSpec());
    }

    String sentence() {
        if (problem instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return missing(missing.getMissing().getFirst());
        }
        if (problem instanceof OverwrittenOptionException twice
                && twice.getOverwritten() instanceof OptionSpec option) {
            return UsageWording.givenTwice(option.longestName());
        }
        return unknown().map(this::unknown).orElseGet(() -> value(Optional.ofNullable(problem.getArgSpec())));
    }

    /** Whether the name of the program stands alone. */
    boolean isNothing() {
        return command.parent() == null
                && problem.getArgSpec() == null
                && unknown().isEmpty();
    }

    /** What stands there and has no meaning; the command {@code help} has an exception of its own for it. */
    private Optional<String> unknown() {
        if (problem instanceof UnmatchedArgumentException unmatched) {
            return unmatched.getUnmatched().stream().findFirst();
        }
        return problem.getArgSpec() == null ? Optional.ofNullable(problem.getValue()) : Optional.empty();
    }

    private String unknown(String word) {
        if (isOption()) {
            return UsageWording.unknownOption(word);
        }
        List<PositionalParamSpec> arguments = command.positionalParameters();
        if (!command.subcommands().isEmpty()) {
            return UsageWording.unknownCommand(word);
        }
        return arguments.isEmpty()
                ? UsageWording.noArguments(command.qualifiedName(), word)
                : UsageWording.oneArgument(
                        command.qualifiedName(), arguments.getFirst().paramLabel(), word);
    }

    private boolean isOption() {
        return problem instanceof UnmatchedArgumentException unmatched && unmatched.isUnknownOption();
    }

    private String missing(ArgSpec argument) {
        return argument instanceof OptionSpec option
                ? UsageWording.missingValue(option.longestName(), option.paramLabel())
                : UsageWording.missingArgument(
                        command.qualifiedName(),
                        argument.paramLabel(),
                        argument.arity().max() > 1);
    }

    private String value(Optional<ArgSpec> argument) {
        String value = Optional.ofNullable(problem.getValue()).orElse("this");
        return argument.map(wrong -> UsageWording.notAllowed(
                        value,
                        wrong instanceof OptionSpec option ? option.longestName() : command.qualifiedName(),
                        allowed(wrong)))
                .orElseGet(() -> String.valueOf(problem.getMessage()));
    }

    /** The words to choose from; else what the help calls the value. */
    private static List<String> allowed(ArgSpec argument) {
        if (argument.arity().max() == 0) {
            return List.of("true", "false");
        }
        List<String> words = Completable.words(argument);
        return words.isEmpty() ? List.of(argument.paramLabel()) : words;
    }

    /** What may have been meant by what stands there; nothing where nothing is near. */
    List<String> near() {
        return unknown()
                .map(word -> NearMatch.nearest(word.replaceFirst("=.*", ""), known(), SUGGESTIONS))
                .orElse(List.of());
    }

    private Collection<String> known() {
        return isOption()
                ? command.optionsMap().keySet()
                : command.subcommands().entrySet().stream()
                        .filter(sub ->
                                !sub.getValue().getCommandSpec().usageMessage().hidden())
                        .map(sub -> sub.getKey())
                        .toList();
    }
}
