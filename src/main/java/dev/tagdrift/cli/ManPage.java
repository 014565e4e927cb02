package dev.tagdrift.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** A command's page of the manual, made of what its help says; in the macros of man(7). */
final class ManPage {
    private final CommandSpec command;
    private final StringBuilder text = new StringBuilder();

    ManPage(CommandSpec command) {
        this.command = command;
    }

    /** As it is looked up: {@code tagdrift-export-env}. */
    static String name(CommandSpec command) {
        return command.qualifiedName("-");
    }

    /** The page; it has no date, so that the same program makes the same page. */
    String text() {
        line(".TH " + name(command).toUpperCase(Locale.ROOT) + " 1 \"\" \"tagdrift " + Version.number()
                + "\" \"tagdrift\"");
        section("NAME", escaped(name(command)) + " \\- " + escaped(Completable.briefly(command)));
        section("SYNOPSIS", escaped(synopsis()));
        section("DESCRIPTION", prose(command.usageMessage().description()));
        commands();
        arguments();
        options();
        footer();
        seeAlso();
        return text.toString();
    }

    private String synopsis() {
        String[] own = command.usageMessage().customSynopsis();
        return own.length > 0
                ? String.join("\n", own)
                : new Help(command, Help.defaultColorScheme(Help.Ansi.OFF))
                        .synopsis(0)
                        .strip();
    }

    private void commands() {
        List<CommandSpec> below = Completable.below(command);
        if (!below.isEmpty()) {
            line(".SH COMMANDS");
            below.forEach(sub -> item(bold(sub.name()), escaped(Completable.briefly(sub))));
        }
    }

    private void arguments() {
        List<PositionalParamSpec> arguments = command.positionalParameters();
        if (!arguments.isEmpty()) {
            line(".SH ARGUMENTS");
            arguments.forEach(argument -> item(italic(argument.paramLabel()), prose(argument.description())));
        }
    }

    private void options() {
        line(".SH OPTIONS");
        Completable.options(command).forEach(option -> item(head(option), prose(option.description())));
    }

    private static String head(OptionSpec option) {
        String names = Stream.of(option.names()).map(ManPage::bold).collect(Collectors.joining(", "));
        return option.arity().max() == 0 ? names : names + "=" + italic(option.paramLabel());
    }

    /** Paragraphs with a heading of their own become sections; what is indented is shown as it is. */
    private void footer() {
        boolean shown = false;
        boolean gap = false;
        for (String line : command.usageMessage().footer()) {
            boolean example = line.startsWith("  ");
            if (shown && !example) {
                line(".EE");
            } else if (example && !shown) {
                line(".EX");
            }
            shown = example;
            if (line.startsWith("Exit codes: ")) {
                section("EXIT STATUS", escaped(line.substring("Exit codes: ".length())));
            } else if (line.endsWith(":") && !example) {
                line(".SH \"" + line.substring(0, line.length() - 1).toUpperCase(Locale.ROOT) + "\"");
            } else if (!line.isBlank()) {
                line((gap ? ".PP\n" : "") + escaped(line));
            }
            gap = line.isBlank();
        }
        if (shown) {
            line(".EE");
        }
    }

    private void seeAlso() {
        CommandSpec parent = command.parent();
        Stream<CommandSpec> others =
                Stream.concat(Stream.ofNullable(parent), Completable.below(parent == null ? command : parent).stream());
        section(
                "SEE ALSO",
                others.filter(other -> !other.equals(command) && !other.name().equals("help"))
                        .map(other -> bold(name(other)) + "(1)")
                        .collect(Collectors.joining(",\n")));
    }

    private void section(String title, String content) {
        line(".SH \"" + title + "\"");
        line(content);
    }

    private void item(String head, String content) {
        line(".TP");
        line(head);
        line(content);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private static String prose(String... lines) {
        return Arrays.stream(lines).map(ManPage::escaped).collect(Collectors.joining("\n"));
    }

    private static String bold(String text) {
        return "\\fB" + escaped(text) + "\\fR";
    }

    private static String italic(String text) {
        return "\\fI" + escaped(text) + "\\fR";
    }

    /** A hyphen that is typed must not become a dash; a dot or an apostrophe that begins a line is a macro. */
    private static String escaped(String text) {
        return text.replace("%n", "")
                .lines()
                .map(line -> line.replace("\\", "\\e").replace("-", "\\-"))
                .map(line -> line.startsWith(".") || line.startsWith("'") ? "\\&" + line : line)
                .collect(Collectors.joining("\n"));
    }
}
