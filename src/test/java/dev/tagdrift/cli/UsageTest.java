package dev.tagdrift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.testing.CommandRun;
import dev.tagdrift.testing.TempWorkspace;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A command line that cannot be understood is answered in the words of the tool, never in those of a library. */
class UsageTest {
    private TempWorkspace project;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        project = new TempWorkspace(folder).file("Dockerfile", "FROM scratch");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "verify app:1 app:2 | `tagdrift verify` takes one IMAGE, so `app:2` is too many",
                "verify | `tagdrift verify` needs one IMAGE",
                "explain | `tagdrift explain` needs at least one REF",
                "completion | `tagdrift completion` needs one SHELL",
                "completion ksh | `tagdrift completion` does not take `ksh`: it takes bash, zsh, fish",
                "demo story | `tagdrift demo` takes options alone, and no `story`",
                "export foo | there is no command `foo`",
                "check --timeout 1s --timeout 2s | `--timeout` is given twice, and takes one value",
                "check --offline=maybe | `--offline` does not take `maybe`: it takes true, false",
                "explain a --format html | it writes text, json, markdown"
            })
    void saysWhatIsWrong(String command, String sentence) {
        CommandRun run = project.run(command.split(" "));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("error[usage]: ").contains(sentence);
    }

    /** Nobody knows then which formats and files were meant. */
    @ParameterizedTest
    @ValueSource(strings = {"--fromat junit", "--fail-on tag", "--output nowhere/results.xml"})
    void tellsOnStandardErrorAloneThatTheLineCannotBeRead(String wrong) {
        project.file("earlier.json", "{}");
        CommandRun run = project.run(("check --format json --output earlier.json " + wrong).split(" "));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("error[");
        assertThat(project.read("earlier.json")).isEqualTo("{}\n");
    }

    /** What an example of a hint says can be typed as it is. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "check | '' | `--output ''` names no file | found.json",
                "check | = | `--output =` names no file | found.json",
                "check | html= | `--output html=` names no file | html=found",
                "check | =x.html | `--output =x.html` names no format before the `=` | html=x.html",
                "check | =x | `--output =x` names no format before the `=` | json=x",
                "export env | '' | `--output ''` names no file | exported",
                "export bake | json= | `--output json=` names no file | exported",
                "export bake | json=x.json | an export has one form, so `--output json=x.json` has no | x.json",
                "export env | HTML=x | an export has one form, so `--output HTML=x` has no format to name | x",
                "export env | =x.html | an export has one form, so `--output =x.html` has no | x.html"
            })
    void saysWhatAnOutputLacks(String command, String output, String sentence, String example) {
        CommandRun run = run(command, output);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("error[usage]: ").contains(sentence, "`--output " + example + "`");
        assertThat(project.root()).isDirectoryNotContaining("glob:**=*");
        assertThat(run(command, example).err()).doesNotContain("error[usage]");
    }

    private CommandRun run(String command, String output) {
        return project.run((command + " --output " + output).split(" ", -1));
    }

    @ParameterizedTest
    @CsvSource({
        "check --fromat json, --format",
        "check --fromat=json, --format",
        "check --fail-onn os, --fail-on",
        "chek, check",
        "export bak, bake"
    })
    void suggestsWhatIsNear(String command, String near) {
        assertThat(project.run(command.split(" ")).err()).contains("hint: do you mean `" + near + "`?");
    }

    @ParameterizedTest
    @CsvSource({"help nosuch", "nosuch", "man-page", "check --xyzzy", "export foo"})
    void suggestsNothingWhereNothingIsNear(String command) {
        assertThat(project.run(command.split(" ")).err()).doesNotContain("do you mean");
    }

    /** Whoever types the name of a tool alone asks what to do with it. */
    @Test
    void tellsWhereToBegin() {
        assertThat(project.run().err()).contains("hint: begin with `tagdrift scan`", "`tagdrift demo`");
        assertThat(project.run("export").err() + project.run("lok").err()).doesNotContain("begin with");
    }

    @Test
    void namesWhoWritesAFormat() {
        assertThat(project.run("explain", "a", "--format", "html").err())
                .contains("hint: `tagdrift check` and `tagdrift report` write `html`");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | lock.json:2: error[lockfile-malformed]: the lockfile is not JSON from here on | it ends before it is whole",
                "{\"version\": x} | lock.json:1: error[lockfile-malformed] | column 13 does not go on as JSON does"
            })
    void saysWhereALockfileIsNoJson(String text, String sentence, String detail) {
        CommandRun run = project.file("lock.json", text).run("check", "--lockfile", "lock.json");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(sentence, "detail  " + detail).doesNotContain("Source");
    }
}
