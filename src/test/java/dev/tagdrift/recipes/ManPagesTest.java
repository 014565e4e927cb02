package dev.tagdrift.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.testing.CommandRun;
import dev.tagdrift.testing.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manual has a page for each command, which the programs that show manuals can read. */
class ManPagesTest {
    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void write() {
        assertThat(CommandRun.in(folder, Map.of(), false, "man-pages", "man1").exitCode())
                .isZero();
    }

    private List<Path> pages() throws IOException {
        try (Stream<Path> pages = Files.list(folder.resolve("man1"))) {
            return pages.sorted().toList();
        }
    }

    @Test
    void eachCommandHasAPageWithItsOptionsExamplesAndExitCodes() throws IOException {
        assertThat(pages()).hasSizeGreaterThan(12).contains(folder.resolve("man1/tagdrift-export-env.1"));
        for (Path page : pages()) {
            assertThat(page)
                    .content()
                    .contains(".SH \"NAME\"", ".SH \"SYNOPSIS\"", ".SH OPTIONS", ".EX\n", ".SH \"SEE ALSO\"")
                    .doesNotContain("%n", "@|");
        }
        assertThat(folder.resolve("man1/tagdrift-check.1"))
                .content()
                .contains("\\fB\\-\\-fail\\-on\\fR=\\fIWHAT\\fR\n", ".SH \"EXIT STATUS\"\n");
    }

    @Test
    void nothingInThemIsWrong() throws IOException {
        Programs.assumeInstalled("mandoc");
        String lint = Shell.run(folder.resolve("man1"), Map.of(), "mandoc -Tlint -Wwarning *.1 || true")
                .out();
        // A date would make another page of the same program.
        assertThat(lint.lines().filter(line -> !line.contains("missing date"))).isEmpty();
    }

    @Test
    void aFolderThatCannotBeWrittenToIsTold() {
        CommandRun run = CommandRun.in(folder, Map.of(), false, "man-pages", "man1/tagdrift.1");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("man1/tagdrift.1: error[not-written]: this folder cannot be written: ")
                .endsWith("or name another folder\n");
    }
}
