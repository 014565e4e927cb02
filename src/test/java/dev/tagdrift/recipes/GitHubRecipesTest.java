package dev.tagdrift.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workflows of the guide for GitHub do what it says, as far as that happens in a shell. */
class GitHubRecipesTest {
    private static final Recipe GATE = Recipe.named(".github/workflows/base-images.yml");
    private static final Recipe NIGHTLY = Recipe.named(".github/workflows/base-images-nightly.yml");
    private static final Recipe REFRESH = Recipe.named(".github/workflows/base-images-refresh.yml");
    private static final Recipe SCANNING = Recipe.named(".github/workflows/base-images-scanning.yml");

    private Project project;
    private Toolbox clients;

    @BeforeEach
    void prepare(@TempDir Path folder) throws IOException {
        project = Project.in(folder);
        clients = new Toolbox(Files.createDirectories(folder.resolve("clients"))).recording("gh", "");
    }

    @AfterEach
    void stop() {
        project.close();
    }

    private int gate(boolean pullRequest) throws IOException {
        return new WorkflowRun(project, clients)
                .where("github.event_name == 'pull_request'", Boolean.toString(pullRequest))
                .run(GATE);
    }

    private int run(Recipe workflow) throws IOException {
        return new WorkflowRun(project, clients).run(workflow);
    }

    @Test
    void aPullRequestFailsForWhatItChangesAndForNothingElse() throws IOException {
        project.move();
        assertThat(gate(true)).isZero();
        assertThat(project.registry().requests()).isEmpty();
        project.useAnother();
        assertThat(gate(true)).isEqualTo(1);
    }

    @Test
    void whatIsMergedFailsWhereATagHasMoved() throws IOException {
        assertThat(gate(false)).isZero();
        project.move();
        assertThat(gate(false)).isEqualTo(1);
    }

    @Test
    void theNightOpensAnIssueAndRemembers() throws IOException {
        project.move();
        assertThat(run(NIGHTLY)).isZero();
        assertThat(clients.calls().getLast())
                .startsWith("gh issue create --title Base images have moved --label base-images --body-file ");
        assertThat(project.read(".tagdrift/history.jsonl")).contains("3.12-slim");
    }

    @Test
    void theNightBringsTheIssueUpToDate() throws IOException {
        clients.recording("gh", "17");
        project.move();
        assertThat(run(NIGHTLY)).isZero();
        assertThat(clients.calls().getLast()).startsWith("gh issue edit 17 --body-file ");
        String body = clients.calls().getLast().replaceFirst(".* ", "");
        assertThat(Path.of(body)).content().contains("<!-- tagdrift -->", "debian 12 (bookworm)");
    }

    @Test
    void theNightClosesTheIssueWhenAllIsAsLocked() throws IOException {
        clients.recording("gh", "17");
        assertThat(run(NIGHTLY)).isZero();
        assertThat(clients.calls().getLast()).isEqualTo("gh issue close 17 --comment Everything is as locked.");
    }

    /** What does not fail a check has moved all the same. */
    @Test
    void theNightDoesNotCloseAnIssueForAMoveThatPasses() throws IOException {
        clients.recording("gh", "17");
        project.ignoreMoves();
        project.move();
        assertThat(run(NIGHTLY)).isZero();
        assertThat(clients.calls().getLast()).startsWith("gh issue edit 17");
    }

    @Test
    void theNightDoesNotCloseAnIssueWhereItCouldNotLook() throws IOException {
        clients.recording("gh", "17");
        project.loseRegistry();
        assertThat(run(NIGHTLY)).isEqualTo(3);
        assertThat(clients.calls().getLast()).startsWith("gh issue edit 17");
    }

    @Test
    void theWeekPushesARefreshAndOpensAPullRequest() throws IOException {
        project.move();
        assertThat(run(REFRESH)).isZero();
        assertThat(project.pushed("base-images/refresh", "lockfiles/base-images.lock.json"))
                .contains("debian 12 (bookworm)");
        assertThat(project.pushed("main", "lockfiles/base-images.lock.json")).contains("debian 11 (bullseye)");
        assertThat(clients.calls().getLast())
                .startsWith("gh pr create --head base-images/refresh --title Refresh the base images --body-file ");
    }

    @Test
    void theWeekAfterBringsThePullRequestUpToDate() throws IOException {
        project.move();
        assertThat(run(REFRESH)).isZero();
        Shell.run(project.workTree(), Map.of(), "git switch -q main");
        clients.recording("gh", "4");
        assertThat(run(REFRESH)).isZero();
        assertThat(clients.calls().getLast()).startsWith("gh pr edit base-images/refresh --body-file ");
    }

    @Test
    void aQuietWeekOpensNothing() throws IOException {
        assertThat(run(REFRESH)).isZero();
        assertThat(clients.calls()).isEmpty();
    }

    @Test
    void codeScanningPassesOnDrift() throws IOException {
        project.move();
        assertThat(run(SCANNING)).isZero();
    }
}
