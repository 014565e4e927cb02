package dev.tagdrift.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What a shell can offer for the value of an option or for an argument.
 *
 * @param kind of it
 * @param words to choose from, for {@code WORDS}
 */
record Completable(Kind kind, List<String> words) {
    /**
     * The names of locked images, without starting the program: one to a line, as a person types them. What else may be
     * written there is no name, and could be a command to the shell that inserts it.
     */
    static final String IMAGES = """
            folder=$PWD
            until [ -f "$folder/lockfiles/base-images.lock.json" ]; do
                [ -n "$folder" ] || exit 0
                folder=${folder%/*}
            done
            sed -n -e "s#^    \\"\\([A-Za-z0-9._:/@-]*\\)\\": {\\$#\\1#p" "$folder/lockfiles/base-images.lock.json" |
                sed -e "s#^docker\\.io/library/##" -e "s#^docker\\.io/##"
            """;

    /** What a value is. */
    enum Kind {
        /** There is none. */
        NOTHING,
        /** Nobody can guess it. */
        TEXT,
        /** One of a few words. */
        WORDS,
        /** A file or a folder. */
        FILE,
        /** A folder. */
        FOLDER,
        /** A locked image. */
        IMAGE
    }

    /** Copies the list. */
    Completable {
        words = List.copyOf(words);
    }

    static Completable of(ArgSpec argument) {
        if (argument instanceof OptionSpec option && option.arity().max() == 0) {
            return new Completable(Kind.NOTHING, List.of());
        }
        List<String> words = words(argument);
        if (!words.isEmpty()) {
            return new Completable(Kind.WORDS, words);
        }
        return switch (argument.paramLabel()) {
            case "COMMAND" ->
                new Completable(Kind.WORDS, names(argument.command().parent()));
            case "FILE", "[F=]FILE", "PATH" -> new Completable(Kind.FILE, List.of());
            case "DIR" -> new Completable(Kind.FOLDER, List.of());
            case "REF", "REF2" -> new Completable(Kind.IMAGE, List.of());
            default -> new Completable(Kind.TEXT, List.of());
        };
    }

    /** Those to choose from, if they are few: those of an enum, unless the command takes only some of them. */
    static List<String> words(ArgSpec argument) {
        Iterable<String> candidates =
                Optional.ofNullable(argument.completionCandidates()).orElse(List.of());
        Stream<String> own = StreamSupport.stream(candidates.spliterator(), false);
        Stream<String> all = Arrays.stream(argument.auxiliaryTypes())
                .filter(Class::isEnum)
                .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                .map(Object::toString);
        return (candidates.iterator().hasNext() ? own : all)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** What arguments that are no options can be; of several, the last repeats. */
    static Completable arguments(CommandSpec command) {
        return command.positionalParameters().stream()
                .reduce((first, second) -> second)
                .map(Completable::of)
                .orElse(new Completable(Kind.NOTHING, List.of()));
    }

    /** The commands below one that are told of. */
    static List<CommandSpec> below(CommandSpec command) {
        return command.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(sub -> !sub.usageMessage().hidden())
                .distinct()
                .toList();
    }

    static List<OptionSpec> options(CommandSpec command) {
        return command.options().stream().filter(option -> !option.hidden()).toList();
    }

    static List<String> names(CommandSpec command) {
        return below(command).stream().map(CommandSpec::name).toList();
    }

    static String briefly(CommandSpec command) {
        String[] header = command.usageMessage().header();
        return briefly(header.length > 0 ? header : command.usageMessage().description());
    }

    /** What something does: its first sentence, without details. */
    static String briefly(String... description) {
        return String.join(" ", description)
                .split("[.:;](\\s|$)| \\(default", 2)[0]
                .replace('`', '\'');
    }
}
