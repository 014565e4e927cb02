package dev.tagdrift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.report.Id;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The documentation tells what there is, and nothing that there is not. */
class DocumentationTest {
    private static final Path REFERENCE = Path.of("docs/reference");
    private static final Pattern COMMAND = Pattern.compile(
            "(?:^    (?:\\$ )?(?:- run: )?|`)(?:\\./)?tagdrift (?<arguments>[^`#\n]*)", Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("\\]\\((?<target>[^)#]+)\\)");

    static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            return Stream.concat(docs.filter(file -> file.toString().endsWith(".md")), Stream.of(Path.of("README.md")))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyIdHasAPageOfFourBlocks(Id id) throws IOException {
        Path page = REFERENCE.resolve("ids").resolve(id + ".md");
        assertThat(page).exists();
        assertThat(Files.readString(page))
                .startsWith("# " + id + "\n")
                .containsSubsequence("## What you see", "## What it means", "## What to do", "## How to silence it");
        assertThat(Files.readString(REFERENCE.resolve("findings.md"))).contains("(ids/" + id + ".md)");
    }

    @Test
    void noPageIsAboutAnIdThatThereIsNot() throws IOException {
        try (Stream<Path> files = Files.list(REFERENCE.resolve("ids"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            Arrays.stream(Id.values()).map(id -> id + ".md").toList());
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyCommandLineCanBeTyped(Path page) throws IOException {
        Surroundings nowhere = new Surroundings(
                Map.of(),
                Path.of("/"),
                Path.of("/"),
                new PrintWriter(new StringWriter()),
                new PrintWriter(new StringWriter()),
                false,
                false,
                Clock.systemUTC());
        COMMAND.matcher(Files.readString(page)).results().forEach(match -> {
            String arguments = match.group("arguments").strip().replaceAll("\\[[A-Z.]+\\]", "");
            if (arguments.matches("[a-z-].*") && !arguments.contains("COMMAND")) {
                new Commands(nowhere)
                        .line()
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .parseArgs(arguments.strip().split(" +"));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsSomewhere(Path page) throws IOException {
        LINK.matcher(Files.readString(page))
                .results()
                .map(match -> match.group("target"))
                .filter(target -> !target.contains("://"))
                .forEach(target -> assertThat(page.resolveSibling(target)).exists());
    }
}
