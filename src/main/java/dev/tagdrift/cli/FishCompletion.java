package dev.tagdrift.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The script for fish: one line for each command and each option of it. */
final class FishCompletion {
    private final CommandSpec root;

    FishCompletion(CommandSpec root) {
        this.root = root;
    }

    String script() {
        return """
                # Completion of tagdrift for fish.
                function __tagdrift_images
                    sh -c '
                %s    '
                end

                complete -c tagdrift -f
                """.formatted(Completable.IMAGES.indent(8))
                + lines(root, List.of())
                        .map(line -> "complete -c tagdrift " + line + "\n")
                        .collect(Collectors.joining());
    }

    private static Stream<String> lines(CommandSpec command, List<String> path) {
        List<CommandSpec> subs = Completable.below(command);
        String here = "-n " + quoted(condition(path, Completable.names(command)));
        Stream<String> commands =
                subs.stream().map(sub -> here + " -a " + sub.name() + " -d " + quoted(Completable.briefly(sub)));
        Stream<String> arguments = subs.isEmpty()
                ? action(Completable.arguments(command)).map(action -> here + " " + action)
                : Stream.of();
        Stream<String> options = Completable.options(command).stream().map(option -> here + " " + option(option));
        Stream<String> below = subs.stream().flatMap(sub -> lines(sub, with(path, sub.name())));
        return Stream.of(commands, arguments, options, below).flatMap(lines -> lines);
    }

    private static List<String> with(List<String> path, String name) {
        List<String> longer = new ArrayList<>(path);
        longer.add(name);
        return longer;
    }

    /** The words so far are those of the path, and none is a command below it. */
    private static String condition(List<String> path, List<String> subs) {
        Stream<String> seen = path.stream().map(name -> "__fish_seen_subcommand_from " + name);
        Stream<String> unseen = Stream.of(
                        path.isEmpty()
                                ? "__fish_use_subcommand"
                                : "not __fish_seen_subcommand_from " + String.join(" ", subs))
                .filter(test -> path.isEmpty() || !subs.isEmpty());
        return Stream.concat(seen, unseen).collect(Collectors.joining("; and "));
    }

    private static String option(OptionSpec option) {
        String names = Stream.of(option.names())
                .map(name -> name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1))
                .collect(Collectors.joining(" "));
        Completable value = Completable.of(option);
        String takes = value.kind() == Completable.Kind.NOTHING
                ? ""
                : (value.kind() == Completable.Kind.FILE ? " -r" : " -x")
                        + action(value).map(action -> " " + action).collect(Collectors.joining());
        return names + takes + " -d " + quoted(Completable.briefly(option.description()));
    }

    private static Stream<String> action(Completable value) {
        return switch (value.kind()) {
            case NOTHING, TEXT -> Stream.of();
            case WORDS -> Stream.of("-a " + quoted(String.join(" ", value.words())));
            case FILE -> Stream.of("-F");
            case FOLDER -> Stream.of("-a '(__fish_complete_directories)'");
            case IMAGE -> Stream.of("-a '(__tagdrift_images)'");
        };
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
