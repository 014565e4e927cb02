package dev.tagdrift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.testing.Approved;
import dev.tagdrift.testing.CommandRun;
import dev.tagdrift.testing.FakeRegistry;
import dev.tagdrift.testing.Images;
import dev.tagdrift.testing.TempWorkspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminalTest {
    @AutoClose
    private FakeRegistry registry;

    private TempWorkspace project;

    @BeforeEach
    void moveATagThatManyFilesUse(@TempDir Path folder) throws IOException {
        registry = FakeRegistry.start();
        registry.push("library/python", "3.12-slim", Images.index("bullseye"));
        project = TempWorkspace.of(folder, registry);
        for (String service : new String[] {"accounts", "billing", "catalogue", "delivery", "events", "frontend"}) {
            project.file("services/" + service + "/Dockerfile", "FROM python:3.12-slim");
        }
        project.done("lock");
        registry.move("library/python", "3.12-slim", Images.index("bookworm"));
        project.append("services/accounts/Dockerfile", "FROM node:${VERSION}");
    }

    private CommandRun check(String columns, boolean terminal) {
        return CommandRun.in(project.root(), Map.of("COLUMNS", columns), terminal, "check");
    }

    @Test
    void breaksLinesBetweenWordsWhereTheTerminalIsNarrow() {
        CommandRun run = CommandRun.in(project.root(), Map.of("COLUMNS", "48", "NO_COLOR", "1"), true, "check");
        assertThat(run.out().lines().filter(line -> !line.contains("`"))).allMatch(line -> line.length() <= 48);
        Approved.verify("terminal/narrow", run, registry, project);
    }

    @Test
    void coloursWhatWeighs() {
        Approved.verify("terminal/wide-colour", check("120", true), registry, project);
    }

    @Test
    void breaksOnlyListsInALog() {
        Approved.verify("terminal/log", check("", false), registry, project);
    }
}
