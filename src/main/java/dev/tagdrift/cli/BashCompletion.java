package dev.tagdrift.cli;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The script for bash. It works without the package bash-completion, and with the bash 3.2 of macOS.
 *
 * <p>An option means the same in every command that has it, so its values are looked up by its name alone, but where
 * commands take other values.
 */
final class BashCompletion {
    private static final String HEAD = """
            # Completion of tagdrift for bash.
            _tagdrift_images() (
            """;

    private static final String FUNCTIONS = """
            )

            # Offers the lines that a command prints, as far as they begin with the first argument. Readline replaces
            # only what stands behind the last colon.
            _tagdrift_offer() {
                local value=$1 candidate colon=
                shift
                if [[ $COMP_WORDBREAKS == *:* && $value == *:* ]]; then
                    colon=${value%"${value##*:}"}
                fi
                while IFS= read -r candidate; do
                    if [[ $candidate == "$value"* ]]; then
                        COMPREPLY+=("${candidate#"$colon"}")
                    fi
                done < <("$@")
            }

            _tagdrift_words() {
                _tagdrift_offer "$1" printf '%s\n' "${@:2}"
            }

            _tagdrift_files() {
                compopt -o filenames 2>/dev/null
                _tagdrift_offer "$1" compgen "$2" -- "$1"
            }

            _tagdrift() {
                local line=${COMP_LINE:0:COMP_POINT} current previous value word command=
                local -a words
                COMPREPLY=()
                current=${line##*[[:space:]]}
                read -ra words <<< "${line%"$current"}"
                previous=${words[${#words[@]} - 1]}
                for word in "${words[@]:1}"; do
                    case "$command $word" in
            """;

    private static final String MIDDLE = """
                    esac
                done
                value=$current
                if [[ $current == --*=* ]]; then
                    previous=${current%%=*}
                    value=${current#*=}
                fi
                case "$command $previous" in
            """;

    private final CommandSpec root;

    BashCompletion(CommandSpec root) {
        this.root = root;
    }

    String script() {
        return HEAD + Completable.IMAGES.indent(4) + FUNCTIONS + commands(root, "") + MIDDLE + values()
                + "    esac\n    case $command in\n" + words(root, "")
                + "    esac\n}\n\ncomplete -F _tagdrift tagdrift\n";
    }

    /** How the word of a command is told from others. */
    private static String commands(CommandSpec command, String path) {
        StringBuilder cases = new StringBuilder();
        for (CommandSpec sub : Completable.below(command)) {
            String own = (path + " " + sub.name()).strip();
            cases.append("            '" + path + " " + sub.name() + "') command='" + own + "' ;;\n");
            cases.append(commands(sub, own));
        }
        return cases.toString();
    }

    /** The values of all options: a pattern for each command that takes others than the rest. */
    private String values() {
        SortedMap<String, SortedMap<String, Set<String>>> commands = new TreeMap<>();
        offers(
                root,
                "",
                (name, offer, command) -> commands.computeIfAbsent(name, any -> new TreeMap<>())
                        .computeIfAbsent(offer, any -> new TreeSet<>())
                        .add(command));
        SortedMap<String, Set<String>> patterns = new TreeMap<>();
        commands.forEach((name, offers) -> offers.forEach((offer, takers) -> {
            Set<String> own = patterns.computeIfAbsent(offer, any -> new TreeSet<>());
            if (offers.size() == 1) {
                own.add("*' " + name + "'");
            } else {
                takers.forEach(command -> own.add("'" + command + " " + name + "'"));
            }
        }));
        return patterns.entrySet().stream()
                .map(options -> "        " + String.join(" | ", options.getValue()) + ")\n            "
                        + options.getKey() + "\n            return\n            ;;\n")
                .collect(Collectors.joining());
    }

    /** What is offered for the value of an option, by one command. */
    @FunctionalInterface
    private interface Offers {
        void add(String name, String offer, String command);
    }

    private static void offers(CommandSpec command, String path, Offers offers) {
        for (OptionSpec option : Completable.options(command)) {
            Completable value = Completable.of(option);
            if (value.kind() != Completable.Kind.NOTHING) {
                List.of(option.names()).forEach(name -> offers.add(name, offer(value), path));
            }
        }
        Completable.below(command).forEach(sub -> offers(sub, (path + " " + sub.name()).strip(), offers));
    }

    private static String offer(Completable value) {
        return switch (value.kind()) {
            case NOTHING, TEXT -> ":";
            case WORDS -> offer(value.words());
            case FILE -> "_tagdrift_files \"${value##*=}\" -f";
            case FOLDER -> "_tagdrift_files \"$value\" -d";
            case IMAGE -> "_tagdrift_offer \"$value\" _tagdrift_images";
        };
    }

    private static String offer(List<String> words) {
        return "_tagdrift_words \"$value\" " + String.join(" ", words);
    }

    private static String words(CommandSpec command, String path) {
        List<String> options = Completable.options(command).stream()
                .map(OptionSpec::longestName)
                .toList();
        List<String> names = Completable.names(command);
        String arguments = names.isEmpty() ? offer(Completable.arguments(command)) : offer(names);
        return """
                        '%s')
                            if [[ $current == -* ]]; then
                                %s
                            else
                                %s
                            fi
                            ;;
                """.formatted(path, offer(options), arguments)
                + Completable.below(command).stream()
                        .map(sub -> words(sub, (path + " " + sub.name()).strip()))
                        .collect(Collectors.joining());
    }
}
