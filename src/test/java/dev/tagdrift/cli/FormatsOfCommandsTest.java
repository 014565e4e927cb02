package dev.tagdrift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.testing.CommandRun;
import dev.tagdrift.testing.FakeRegistry;
import dev.tagdrift.testing.TempWorkspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever tells which formats a command writes, tells those that it writes and no other. */
class FormatsOfCommandsTest {
    private static final String COMMANDS = """
            scan    | text, json
            lock    | text, json
            pin     | text, json
            unpin   | text, json
            verify  | text, json
            explain | text, json, markdown
            check   | text, json, markdown, html, sarif, junit, github, gitlab
            report  | text, json, markdown, html, sarif, junit, github, gitlab
            """;

    private static final Pattern TOLD =
            Pattern.compile("What goes to standard output: (.*?)\\.$", Pattern.DOTALL | Pattern.MULTILINE);

    @AutoClose
    private FakeRegistry registry;

    private TempWorkspace project;

    @BeforeEach
    void prepare(@TempDir Path folder) throws IOException {
        registry = FakeRegistry.start();
        project = TempWorkspace.of(folder, registry).file("Dockerfile", "FROM scratch");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = COMMANDS)
    void theHelpNamesThem(String command, String formats) {
        assertThat(named(project.run(command, "--help").out())).containsExactly(formats.split(", "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = COMMANDS)
    void theManualNamesThem(String command, String formats) {
        project.done("man-pages", "man");
        assertThat(named(project.read("man/tagdrift-" + command + ".1"))).containsExactly(formats.split(", "));
    }

    /** In what is told of the option: up to the end of the sentence. */
    private static List<String> named(String text) {
        Matcher told = TOLD.matcher(text);
        assertThat(told.find()).isTrue();
        return Pattern.compile("[a-z]+")
                .matcher(told.group(1))
                .results()
                .map(word -> word.group())
                .filter(word -> Format.named(word).isPresent())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = COMMANDS)
    void whatElseIsAskedForIsRefused(String command, String formats) {
        for (Format format : Format.values()) {
            CommandRun run = project.run(arguments(command, format.toString()));
            assertThat(run.err().contains("this command does not write"))
                    .as(run.toString())
                    .isNotEqualTo(Arrays.asList(formats.split(", ")).contains(format.toString()));
        }
        assertThat(project.run(arguments(command, "yaml")).err()).contains("it takes " + formats);
    }

    /** No engine is asked: there may be one on this machine. */
    private static String[] arguments(String command, String format) {
        Stream<String> image =
                List.of("verify", "explain").contains(command) ? Stream.of("registry:app:1") : Stream.of();
        return Stream.concat(Stream.of(command, "--format", format), image).toArray(String[]::new);
    }

    @Test
    void bashOffersThem() {
        String script = project.run("completion", "bash").out().replaceAll("\\s+", " ");
        assertThat(script)
                .contains("'lock --format' | 'pin --format' | 'scan --format' | 'unpin --format' | 'verify --format')"
                        + " _tagdrift_words \"$value\" text json return")
                .contains("'explain --format') _tagdrift_words \"$value\" text json markdown return")
                .contains("'check --format' | 'report --format') _tagdrift_words \"$value\" text json markdown html ");
    }

    @Test
    void otherShellsOfferThem() {
        assertThat(project.run("completion", "zsh").out()).contains("(text json)'", "(text json markdown)'");
        assertThat(project.run("completion", "fish").out())
                .contains("__fish_seen_subcommand_from scan' -l format -x -a 'text json' ")
                .contains("__fish_seen_subcommand_from explain' -l format -x -a 'text json markdown' ");
    }
}
