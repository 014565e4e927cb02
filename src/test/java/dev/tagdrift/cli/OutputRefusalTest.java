package dev.tagdrift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.testing.CommandRun;
import dev.tagdrift.testing.FakeRegistry;
import dev.tagdrift.testing.Images;
import dev.tagdrift.testing.TempWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An output never takes the place of a file that the project needs. */
class OutputRefusalTest {
    @AutoClose
    private FakeRegistry registry;

    private TempWorkspace project;

    @BeforeEach
    void lock(@TempDir Path folder) throws IOException {
        registry = FakeRegistry.start();
        registry.push("library/python", "3.12-slim", Images.index("bullseye"));
        project = TempWorkspace.of(folder, registry)
                .append("tagdrift.yaml", "include: ['images/*.txt']")
                .file("Dockerfile", "FROM python:3.12-slim")
                .file("images/api.txt", "FROM python:3.12-slim")
                .file("base.md", "FROM python:3.12-slim")
                .done("lock")
                .done("report", "--history", "history.json");
        Files.createSymbolicLink(folder.resolve("link.md"), folder.resolve("Dockerfile"));
        registry.forgetRequests();
    }

    @ParameterizedTest
    @CsvSource({
        "report --output md=Dockerfile, Dockerfile, it has the name of a Dockerfile",
        "report --output link.md, Dockerfile, it has the name of a Dockerfile",
        "report --output md=images/../Dockerfile, Dockerfile, it has the name of a Dockerfile",
        "report --output json=api.Dockerfile, , it has the name of a Dockerfile",
        "report --output images/api.txt, images/api.txt, it is scanned for images",
        "check base.md --output base.md, base.md, it is scanned for images",
        "check --output md=tagdrift.yaml, tagdrift.yaml, it is the settings",
        "check --config no.txt --output no.txt, , it is the settings",
        "check --lockfile no.json --output no.json, , it is the lockfile",
        "report --history history.json --output history.json, history.json, it is the history",
        "report --history no.json --output no.json, , it is the history",
        "check --output found.md --output html=./found.md, , another `--output` names it too",
        "export env --output Dockerfile, Dockerfile, it has the name of a Dockerfile",
        "export env --output images/api.txt, images/api.txt, it is scanned for images",
        "export env --output tagdrift.yaml, tagdrift.yaml, it is the settings",
        "lock --output images/api.txt, images/api.txt, it is scanned for images",
        "explain python:3.12-slim --output images/api.txt, images/api.txt, it is scanned for images"
    })
    void refusesBeforeItAsksAnybody(String command, String file, String reason) {
        String before = file == null ? "" : project.read(file);
        CommandRun run = project.run(command.split(" "));
        assertThat(run.exitCode()).as(run.transcript()).isEqualTo(2);
        assertThat(run.err()).contains("error[not-written]: this file cannot be written: " + reason);
        assertThat(file == null ? "" : project.read(file)).isEqualTo(before);
        assertThat(registry.requests()).isEmpty();
    }

    @Test
    void nothingIsWrittenWhereOneOfTheOutputsIsRefused() {
        project.run("check", "--output", "found.json", "--output", "images/api.txt");
        assertThat(project.root().resolve("found.json")).doesNotExist();
    }

    @Test
    void anExportThatFailsSpoilsNoFileOfTheProject() {
        String before = project.read("images/api.txt");
        assertThat(project.run("export", "env", "--nonsense", "--output", "images/api.txt")
                        .exitCode())
                .isEqualTo(2);
        assertThat(project.read("images/api.txt")).isEqualTo(before);
    }
}
