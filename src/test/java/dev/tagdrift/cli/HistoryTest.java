package dev.tagdrift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.tagdrift.testing.Approved;
import dev.tagdrift.testing.CommandRun;
import dev.tagdrift.testing.FakeRegistry;
import dev.tagdrift.testing.GitRepository;
import dev.tagdrift.testing.Images;
import dev.tagdrift.testing.TempWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code report} remembers of the nights before. */
class HistoryTest {
    private static final String[] REPORT = {"report", "--history", "nights/history.jsonl"};

    @TempDir
    private Path folder;

    @AutoClose
    private FakeRegistry registry;

    private TempWorkspace project;

    @BeforeEach
    void lockTwoImages() throws IOException {
        registry = FakeRegistry.start();
        registry.push("library/python", "3.12-slim", Images.index("a"));
        registry.push("library/node", "20", Images.index("node"));
        project = TempWorkspace.of(folder, registry)
                .file("Dockerfile", "FROM python:3.12-slim", "FROM node:20")
                .done("lock");
    }

    private CommandRun night(String day, String salt) {
        registry.move("library/python", "3.12-slim", Images.index(salt));
        return project.runAt(day, REPORT);
    }

    private long lines() {
        return project.read("nights/history.jsonl").lines().count();
    }

    private void approve(String name, CommandRun run) {
        Approved.verify("report/" + name, run, registry, project);
    }

    @Test
    void tellsHowOftenATagMovesAndSinceWhenItIsAway() {
        project.file(".gitignore", "nights", ".home");
        GitRepository.in(folder).commitAll("2025-07-02");
        night("2025-07-01", "a");
        night("2025-07-20", "b");
        CommandRun fresh = night("2025-07-29", "c");
        assertThat(fresh.out()).contains("since       2025-07-20, 9 days ago");
        CommandRun run = night("2025-08-12", "d");
        approve("history", run);
        assertThat(run.exitCode()).isZero();
        assertThat(lines()).isEqualTo(5);
        assertThat(project.runAt("2025-08-13", REPORT).out()).contains("since       2025-07-20, 24 days ago");
        assertThat(lines()).isEqualTo(5);
    }

    @Test
    void callsNewWhatThisRunIsTheFirstToSee() {
        night("2025-07-01", "a");
        approve("history-new", night("2025-07-20", "b"));
    }

    /** A rebuild that nobody minded, then the next release: since when the tag is away is not what is new. */
    @Test
    void callsNewThatATagWhichIsAwayHasMovedAgain() {
        night("2025-07-01", "a");
        registry.move("library/python", "3.12-slim", Images.indexOn("bullseye", "b"));
        project.runAt("2025-07-02", REPORT);
        registry.move("library/python", "3.12-slim", Images.indexOn("bookworm", "c"));
        CommandRun run = project.runAt("2025-07-09", REPORT);
        assertThat(run.out()).contains("2025-07-02, 7 days ago; moved again since the last run\n");
        assertThat(run.err()).endsWith("1 moved (1 new)\n");
        CommandRun next = project.runAt("2025-07-10", REPORT);
        assertThat(next.out()).contains("2025-07-02, 8 days ago\n");
        assertThat(next.err()).endsWith("1 moved\n");
        registry.move("library/python", "3.12-slim", Images.indexOn("trixie", "d"));
        assertThat(project.runAt("2025-07-11", "report", "--history", "nights/history.jsonl", "--format", "json")
                        .out())
                .contains("\"since\": \"2025-07-02T03:00:00Z\"", "\"new\": true");
    }

    /** Though it weighs less than what is known for days. */
    @Test
    void beginsWithWhatIsNew() {
        night("2025-07-01", "a");
        registry.move("library/python", "3.12-slim", Images.indexOn("bullseye", "b"));
        project.runAt("2025-07-02", REPORT);
        registry.move("library/node", "20", Images.index("node 2"));
        CommandRun run = project.runAt("2025-07-03", REPORT);
        assertThat(run.out().indexOf("`node:20`")).isLessThan(run.out().indexOf("`python:3.12-slim` moved from"));
        assertThat(run.err()).endsWith("2 moved (1 new)\n");
    }

    @Test
    void pageMarksWhatIsNewOnlyWhereNightsAreRemembered() {
        night("2025-07-01", "a");
        registry.move("library/python", "3.12-slim", Images.index("b"));
        assertThat(project.run("report", "--format", "html").out()).doesNotContain("value=\"new\"", "drift new");
        String page = project.runAt("2025-07-20", REPORT[0], REPORT[1], REPORT[2], "--format", "html")
                .out();
        assertThat(page)
                .contains(
                        "value=\"new\"", "data-kind=\"drift new\" data-name=\"python:3.12-slim\"", "<b class=\"new\">")
                .contains("data-kind=\"as-locked\" data-name=\"node:20\"")
                .contains("<bdi>" + folder.getFileName() + "</bdi>")
                .doesNotContain(folder.toString());
    }

    /** What was locked last is not what the tag names now. */
    @Test
    void pageDrawsWithoutAFileWhatGitTellsAndWhatThisRunSaw() {
        GitRepository.in(folder).commitAll("2025-01-10");
        String[] page = {"report", "--format", "html"};
        assertThat(project.runAt("2025-08-12", page).out())
                .contains("python:3.12-slim: 1 digest since 2025-01-10", "node:20: 1 digest since 2025-01-10");
        registry.move("library/python", "3.12-slim", Images.index("b"));
        assertThat(project.runAt("2025-08-12", page).out())
                .contains("python:3.12-slim: 2 digests since 2025-01-10", "<td>2025-08-12</td>")
                .contains("node:20: 1 digest since 2025-01-10");
    }

    @Test
    void tellsProgramsTheTimeline() throws IOException {
        project.file(".gitignore", "nights", ".home");
        GitRepository.in(folder).commitAll("2025-06-20");
        night("2025-07-01", "a");
        night("2025-07-20", "b");
        registry.move("library/python", "3.12-slim", Images.index("c"));
        CommandRun run = project.runAt("2025-07-29", "report", "--history", "nights/history.jsonl", "--format", "json");
        approve("history-json", run);
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Files.readString(Path.of("docs/reference/check.schema.json")), InputFormat.JSON)
                        .validate(run.out(), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void tellsWithoutAFileWhatGitTells() {
        GitRepository repository = GitRepository.in(folder).commitAll("2025-01-10");
        registry.move("library/python", "3.12-slim", Images.index("b"));
        project.done("lock", "--upgrade");
        repository.commitAll("2025-07-02");
        registry.move("library/python", "3.12-slim", Images.index("c"));
        approve("history-git", project.runAt("2025-08-12", "report"));
        assertThat(project.runAt("2025-08-12", "check").out()).doesNotContain("history", "since");
    }

    @Test
    void tellsThatAShallowCloneDoesNotTell() {
        GitRepository.in(folder)
                .commitAll("2025-01-10")
                .commit("2025-01-12", "README.md", "more")
                .shallowClone(1, folder.resolve("clone"));
        TempWorkspace clone = new TempWorkspace(folder.resolve("clone"));
        registry.move("library/python", "3.12-slim", Images.index("b"));
        CommandRun run = clone.runAt("2025-08-12", REPORT);
        approve("history-shallow", run);
    }

    /** The program's own memory, like the lockfile: the first job finds its cache empty. An output goes where it is waited for. */
    @Test
    void makesTheFoldersOfTheFileAsThoseOfALockfileButNotThoseOfAnOutput() {
        CommandRun run = project.runAt("2025-07-01", "report", "--history", "cache/of/nights/history.jsonl");
        assertThat(run.exitCode()).as(run.transcript()).isZero();
        assertThat(folder.resolve("cache/of/nights/history.jsonl")).isRegularFile();
        project.done("lock", "--lockfile", "locks/of/images/base.lock.json");
        CommandRun refused = project.runAt(
                "2025-07-01", "report", "--history", "more/history.jsonl", "--output", "pages/night.html");
        assertThat(refused.err()).contains("its folder does not exist");
        assertThat(folder.resolve("pages")).doesNotExist();
        assertThat(folder.resolve("more")).doesNotExist();
    }

    @Test
    void keepsNothingOfACheckThatAskedNobody() {
        project.runAt("2025-07-01", "report", "--offline", "--history", "nights/history.jsonl");
        assertThat(folder.resolve("nights")).doesNotExist();
    }

    @Test
    void keepsWhatWasSeenWhereSomeCouldNotBeAsked() {
        registry.failWith(500, 100);
        assertThat(project.runAt("2025-07-01", REPORT).exitCode()).isEqualTo(3);
        assertThat(folder.resolve("nights")).doesNotExist();
        registry.heal();
        assertThat(project.runAt("2025-07-02", REPORT).exitCode()).isZero();
        assertThat(lines()).isEqualTo(2);
    }

    @Test
    void tellsACutLineOnce() throws IOException {
        night("2025-07-01", "a");
        String whole = project.read("nights/history.jsonl");
        Files.writeString(folder.resolve("nights/history.jsonl"), whole + whole.substring(0, 30));
        approve("history-cut", night("2025-07-02", "a"));
        assertThat(project.read("nights/history.jsonl")).isEqualTo(whole);
        assertThat(night("2025-07-03", "a").out()).isEmpty();
    }

    @Test
    void leavesTheFileOfAnotherToolAloneAndReportsAllTheSame() {
        project.file("nights/history.jsonl", "{\"event\":\"deploy\"}");
        CommandRun run = night("2025-07-01", "b");
        approve("history-foreign", run);
        assertThat(project.read("nights/history.jsonl")).isEqualTo("{\"event\":\"deploy\"}\n");
    }

    @Test
    void reportsAllTheSameWhereItCannotWrite() {
        project.file("nights", "a file where a folder should be");
        approve("history-not-written", night("2025-07-01", "b"));
        project.file("other/.keep", "");
        CommandRun run = project.runAt("2025-07-01", "report", "--history", "other");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).contains("drift[tag-moved]", "error[bad-history]", "it is no regular file");
    }

    @Test
    void tellsProgramsThatItCouldNotKeepTheRun() {
        project.file("nights/history.jsonl", "{\"event\":\"deploy\"}");
        CommandRun run = project.runAt("2025-07-01", "report", "--history", "nights/history.jsonl", "--format", "json");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).contains("\"id\": \"bad-history\"", "\"exitCode\": 2");
    }

    @Test
    void forgetsWhatIsOlderThanAsked() {
        night("2025-01-01", "a");
        night("2025-01-02", "b");
        night("2025-01-03", "c");
        for (String days : List.of("400", "30")) {
            project.runAt("2025-07-01", "report", "--history", "nights/history.jsonl", "--history-days", days);
            assertThat(lines()).isEqualTo(days.equals("30") ? 2 : 4);
        }
        CommandRun none = project.run("report", "--history", "h.jsonl", "--history-days", "0");
        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.err()).contains("`--history-days 0` keeps nothing");
    }
}
