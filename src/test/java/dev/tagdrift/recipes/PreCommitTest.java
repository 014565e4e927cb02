package dev.tagdrift.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.testing.GitRepository;
import dev.tagdrift.testing.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** pre-commit itself reads what its guide tells to copy, and runs it at a commit. */
class PreCommitTest {
    private static final String FILE = ".pre-commit-config.yaml";
    private static final Path HOOKS = Path.of(".pre-commit-hooks.yaml");
    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
    private static final List<String> CONFIGURATIONS = Recipe.all().stream()
            .filter(recipe -> recipe.file().equals(FILE))
            .map(recipe -> recipe.text().replace("COMMIT", COMMIT))
            .toList();

    private Project project;

    @BeforeAll
    static void needPreCommit() {
        Programs.assumeInstalled("pre-commit");
    }

    @BeforeEach
    void prepare(@TempDir Path folder) throws IOException {
        project = Project.in(folder);
    }

    @AfterEach
    void stop() {
        project.close();
    }

    private Shell run(String command) throws IOException {
        return Shell.run(
                project.workTree(),
                project.environment(Map.of(), project.folder().resolve("tagdrift")),
                command);
    }

    /** What it says to a file, and how that ends: it only warns of keys that it does not know. */
    private Shell validate(String what, String text) throws IOException {
        Path file = Files.writeString(project.folder().resolve("read.yaml"), text);
        return run("pre-commit validate-" + what + " " + file);
    }

    @Test
    void readsTheConfigurationsAndTheHook() throws IOException {
        assertThat(CONFIGURATIONS).hasSize(2);
        for (String configuration : CONFIGURATIONS) {
            assertThat(validate("config", configuration)).isEqualTo(new Shell(0, ""));
        }
        assertThat(validate("manifest", Files.readString(HOOKS))).isEqualTo(new Shell(0, ""));
    }

    @ParameterizedTest
    @CsvSource({"rev:, ref:", "hooks:, hook:", "id: tagdrift, name: tagdrift"})
    void noticesAMistakeInAConfiguration(String right, String wrong) throws IOException {
        assertThat(validate("config", CONFIGURATIONS.getFirst().replace(right, wrong)))
                .isNotEqualTo(new Shell(0, ""));
    }

    @ParameterizedTest
    @CsvSource({"language: script, language: shell", "always_run: true, always_run: ever", "entry:, run:"})
    void noticesAMistakeInTheHook(String right, String wrong) throws IOException {
        assertThat(validate("manifest", Files.readString(HOOKS).replace(right, wrong)))
                .isNotEqualTo(new Shell(0, ""));
    }

    /** The first one, from where tagdrift is kept here. */
    private String fromItsRepository() throws IOException {
        Path source = project.folder().resolve("tagdrift");
        Files.copy(HOOKS, source.resolve(HOOKS));
        new GitRepository(source).commitAll("2025-08-13");
        String commit = Shell.run(source, Map.of(), "git rev-parse HEAD").out().strip();
        return CONFIGURATIONS
                .getFirst()
                .replace("https://git.example.com/tools/tagdrift", source.toString())
                .replace(COMMIT, commit);
    }

    private void refusesACommitThatIsOutOfStep(String configuration) throws IOException {
        Files.writeString(project.workTree().resolve(FILE), configuration);
        String commit = "git add -A && git -c user.name=A -c user.email=a@example.com commit -m Change";
        assertThat(run("pre-commit install").exitCode()).isZero();
        Shell passed = run(commit);
        assertThat(passed.exitCode()).as(passed.out()).isZero();
        project.useAnother();
        assertThat(run(commit).exitCode()).isEqualTo(1);
        assertThat(run("pre-commit run tagdrift --all-files").out())
                .contains("- hook id: tagdrift", "stale[not-locked]: `node:20`");
        assertThat(project.registry().requests()).isEmpty();
    }

    @Test
    void refusesACommitWithTheHookFromItsRepository() throws IOException {
        refusesACommitThatIsOutOfStep(fromItsRepository());
    }

    @Test
    void refusesACommitWithTheProgramOfThePath() throws IOException {
        refusesACommitThatIsOutOfStep(CONFIGURATIONS.getLast());
    }
}
