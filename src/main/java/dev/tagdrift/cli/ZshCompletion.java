package dev.tagdrift.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The script for zsh: one function for each command, in the terms of {@code _arguments}. */
final class ZshCompletion {
    private final CommandSpec root;

    ZshCompletion(CommandSpec root) {
        this.root = root;
    }

    String script() {
        return """
                #compdef tagdrift
                # Completion of tagdrift for zsh: to be sourced below compinit, or put as _tagdrift into a folder of fpath.
                _tagdrift_images() {
                    local -a images
                    images=("${(@f)$(
                %s)}")
                    compadd -a images
                }

                """.formatted(Completable.IMAGES.indent(4)) + functions(root, "_tagdrift") + """
                if [[ $funcstack[1] == _tagdrift ]]; then
                    _tagdrift "$@"
                else
                    compdef _tagdrift tagdrift
                fi
                """;
    }

    private static String functions(CommandSpec command, String name) {
        List<CommandSpec> subs = Completable.below(command);
        return subs.stream().map(sub -> functions(sub, name + "_" + sub.name())).collect(Collectors.joining())
                + (subs.isEmpty() ? leaf(command, name) : branch(command, name, subs));
    }

    private static String leaf(CommandSpec command, String name) {
        Completable arguments = Completable.arguments(command);
        Stream<String> rest = arguments.kind() == Completable.Kind.NOTHING
                ? Stream.of()
                : Stream.of(
                        quoted("*:" + command.positionalParameters().getLast().paramLabel() + ":" + action(arguments)));
        return name + "() {\n    _arguments"
                + Stream.concat(Completable.options(command).stream().map(ZshCompletion::option), rest)
                        .map(spec -> " \\\n        " + spec)
                        .collect(Collectors.joining())
                + "\n}\n\n";
    }

    private static String branch(CommandSpec command, String name, List<CommandSpec> subs) {
        String described = subs.stream()
                .map(sub -> "                " + quoted(sub.name() + ":" + Completable.briefly(sub)) + "\n")
                .collect(Collectors.joining());
        String options = Completable.options(command).stream()
                .map(option -> "        " + option(option) + " \\\n")
                .collect(Collectors.joining());
        return """
                %1$s() {
                    local curcontext=$curcontext state state_descr line
                    local -a commands
                    typeset -A opt_args
                    _arguments -C \\
                %2$s        '1:command:->command' \\
                        '*::argument:->argument'
                    case $state in
                        command)
                            commands=(
                %3$s            )
                            _describe command commands
                            ;;
                        argument)
                            (( $+functions[%1$s_$line[1]] )) && %1$s_$line[1]
                            ;;
                    esac
                }

                """.formatted(name, options, described);
    }

    private static String option(OptionSpec option) {
        Completable value = Completable.of(option);
        String repeats = option.isMultiValue() ? "*" : "";
        String takes = value.kind() == Completable.Kind.NOTHING
                ? ""
                : ":" + escaped(option.paramLabel()) + ":" + action(value);
        String told = "[" + escaped(Completable.briefly(option.description())) + "]" + takes;
        return Stream.of(option.names())
                .map(name -> quoted(repeats + name + (takes.isEmpty() ? "" : name.startsWith("--") ? "=" : "+") + told))
                .collect(Collectors.joining(" "));
    }

    private static String action(Completable value) {
        return switch (value.kind()) {
            case NOTHING, TEXT -> " ";
            case WORDS -> "(" + String.join(" ", value.words()) + ")";
            case FILE -> "_files";
            case FOLDER -> "_files -/";
            case IMAGE -> "_tagdrift_images";
        };
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(":", "\\:")
                .replace("[", "\\[")
                .replace("]", "\\]");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
