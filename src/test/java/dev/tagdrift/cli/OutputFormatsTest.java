package dev.tagdrift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.testing.Approved;
import dev.tagdrift.testing.CommandRun;
import dev.tagdrift.testing.FakeRegistry;
import dev.tagdrift.testing.GitRepository;
import dev.tagdrift.testing.Images;
import dev.tagdrift.testing.TempWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Formats are chosen by name or suffix, several at once, and refused where a command has nothing to tell in them. */
class OutputFormatsTest {
    private static final String SUMMARY = "GITHUB_STEP_SUMMARY";

    @AutoClose
    private FakeRegistry registry;

    private TempWorkspace project;

    @BeforeEach
    void moveATag(@TempDir Path folder) throws IOException {
        registry = FakeRegistry.start();
        registry.push("library/python", "3.12-slim", Images.index("bullseye"));
        project = TempWorkspace.of(folder, registry)
                .file("services/api/Dockerfile", "FROM python:3.12-slim")
                .done("lock");
        registry.move("library/python", "3.12-slim", Images.index("bookworm"));
        registry.forgetRequests();
    }

    @ParameterizedTest
    @CsvSource({
        "found.txt, drift[tag-moved]: `python",
        "found.json, \"exitCode\": 1",
        "found.md, <!-- tagdrift -->",
        "found.sarif, sarif-schema",
        "FOUND.SARIF.JSON, sarif-schema",
        "found.xml, <testsuites",
        "md=comment.txt, <!-- tagdrift -->",
        "markdown=comment, <!-- tagdrift -->",
        "junit=found.txt, <testsuites",
        "github=found.txt, ::error file=services/api/Dockerfile",
        "gitlab=found.json, \"fingerprint\"",
        "a=b.md, <!-- tagdrift -->"
    })
    void writesTheFormatOfTheNameOrTheSuffix(String output, String content) {
        assertThat(project.run("check", "--output", output).exitCode()).isEqualTo(1);
        String file = output.equals("a=b.md") ? output : output.substring(output.indexOf('=') + 1);
        assertThat(project.read(file)).contains(content);
    }

    @Test
    void writesSeveralAtOnceAndTextToStandardOutput() {
        CommandRun run =
                project.run("report", "--output", "md=comment.txt", "--output", "drift.sarif", "--output", "drift.xml");
        assertThat(run.exitCode()).isEqualTo(0);
        assertThat(run).isEqualTo(project.run("report"));
        assertThat(project.read("comment.txt") + project.read("drift.sarif") + project.read("drift.xml"))
                .contains("<details>", "\"ruleId\"", "<failure");
    }

    @ParameterizedTest
    @ValueSource(strings = {"markdown", "sarif", "junit", "github", "gitlab"})
    void putsAFormatOnStandardOutput(String format) {
        Approved.verify("check/" + format, project.run("check", "--format", format), registry, project);
    }

    @Test
    void annotatesAndAddsToTheSummaryOfTheStep() throws IOException {
        Path summary = project.root().resolve("summary.md");
        Files.writeString(summary, "# Tests");
        CommandRun run = project.runWith(Map.of(SUMMARY, summary.toString()), "check", "--format", "github");
        assertThat(run.out()).startsWith("::error file=services/api/Dockerfile,line=1,");
        assertThat(summary).content().startsWith("# Tests\n<!-- tagdrift -->\n").contains("<details>");
        project.runWith(Map.of(SUMMARY, summary.toString()), "check");
        assertThat(summary).content().containsOnlyOnce("<!-- tagdrift -->");
    }

    @ParameterizedTest
    @CsvSource({
        "github, 'file=shop/services/api/Dockerfile,line=1'",
        "gitlab, '\"path\": \"shop/services/api/Dockerfile\"'",
        "sarif, '\"uri\": \"shop/services/api/Dockerfile\"'",
        "text, 'services/api/Dockerfile:1: drift'",
        "markdown, '<code>services/api/Dockerfile:1'"
    })
    void namesPlacesFromTheTopOfTheRepositoryForSitesThatLookFromThere(String format, String place) throws IOException {
        Path shop = project.root().resolve("shop");
        for (String entry : new String[] {"tagdrift.yaml", "services", "lockfiles"}) {
            Files.createDirectories(shop);
            Files.move(project.root().resolve(entry), shop.resolve(entry));
        }
        GitRepository.in(project.root());
        assertThat(project.runIn("shop", "check", "--format", format).out()).contains(place);
        assertThat(project.runIn("shop/services", "check", "--format", format).out())
                .as("wherever one stands")
                .contains(place);
    }

    @Test
    void namesSettingsThatCannotBeReadFromTheTopOfTheRepositoryAsWell() {
        GitRepository.in(project.root());
        project.file("shop/tagdrift.yaml", "no-such-key: 1");
        assertThat(project.runIn("shop", "check", "--format", "github").out())
                .contains("file=shop/tagdrift.yaml,line=1,");
    }

    @Test
    void leavesTheSummaryOfTheStepUnderItsLimit() throws IOException {
        Path summary = project.root().resolve("summary.md");
        Files.writeString(summary, "x".repeat(1 << 20));
        CommandRun run = project.runWith(Map.of(SUMMARY, summary.toString()), "check", "--format", "github");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(summary).hasSize(1 << 20);
    }

    @Test
    void saysThatTheSummaryOfTheStepCannotBeWritten() {
        CommandRun run =
                project.runWith(Map.of(SUMMARY, project.root().toString()), "check", "--offline", "--format", "github");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("GITHUB_STEP_SUMMARY: error[not-written]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"markdown", "html", "sarif", "junit", "github", "gitlab"})
    void neverLooksCleanWhereItCouldNotDoItsWork(String format) {
        project.file("lockfiles/base-images.lock.json", "no lockfile");
        CommandRun run = project.run("check", "--format", format, "--output", format + "=found");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).contains("lockfile-malformed").isEqualTo(project.read("found"));
    }

    /** Among the pages of many projects, the one that could not be written is looked for first. */
    @Test
    void namesTheProjectWhereItCouldNotDoItsWork() {
        project.file("shop/lockfiles/base-images.lock.json", "no lockfile").file("shop/Dockerfile", "FROM scratch");
        assertThat(project.runIn("shop", "report", "--format", "html").out())
                .contains("<title>tagdrift shop: ", "<bdi>shop</bdi>", "lockfile-malformed");
    }

    @Test
    void refusesAFormatThatTheCommandDoesNotWriteBeforeItAsksAnybody() {
        Approved.verify("usage/format-not-here", project.run("lock", "--format", "sarif"), registry, project);
        for (String command : new String[] {"lock", "scan"}) {
            CommandRun run = project.run(command, "--output", "found.xml");
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("does not write `junit`");
            assertThat(project.root().resolve("found.xml")).doesNotExist();
        }
        assertThat(registry.requests()).isEmpty();
    }

    @Test
    void standardOutputIsNoFile() {
        CommandRun run = project.run("check", "--output", "json=-");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("`--output json=-` names no file", "`--format` says in which format");
        assertThat(project.root().resolve("-")).doesNotExist();
    }
}
