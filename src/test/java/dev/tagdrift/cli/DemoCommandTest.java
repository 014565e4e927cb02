package dev.tagdrift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.testing.Approved;
import dev.tagdrift.testing.CommandRun;
import dev.tagdrift.testing.TempWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
    @Test
    void tellsTheStoryInLessThanSixtyLines(@TempDir Path folder) {
        CommandRun run = new TempWorkspace(folder).run("demo");
        Approved.verify("demo/story.txt", run.transcript());
        assertThat(run.exitCode()).isEqualTo(0);
        assertThat(run.out().lines()).hasSizeLessThan(60).allMatch(line -> line.length() <= 110);
    }

    @Test
    void leavesNothingBehind(@TempDir Path folder) {
        new TempWorkspace(folder).done("demo");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void keepsTheProjectOnRequestAndItsLockfileIsTheExampleOfTheRepository(@TempDir Path folder) throws IOException {
        TempWorkspace workspace = new TempWorkspace(folder).done("demo", "--keep", "story");
        assertThat(workspace.read("story/" + Root.LOCKFILE))
                .isEqualTo(Files.readString(Path.of("lockfiles/demo.lock.json")));
        assertThat(workspace.runIn("story", "check", "--offline").exitCode()).isEqualTo(0);
    }

    @Test
    void saysWhereTheProjectCannotBeKept(@TempDir Path folder) {
        CommandRun run = new TempWorkspace(folder).file("mine.txt", "mine").run("demo", "--keep", "mine.txt/story");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("mine.txt/story: error[not-written]: this folder cannot be written: ")
                .contains("name another folder with `--keep`");
    }

    @Test
    void overwritesNothing(@TempDir Path folder) {
        TempWorkspace workspace = new TempWorkspace(folder).file("story/mine.txt", "mine");
        CommandRun run = workspace.run("demo", "--keep", "story");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("is not an empty folder");
        assertThat(workspace.read("story/mine.txt")).isEqualTo("mine\n");
    }
}
