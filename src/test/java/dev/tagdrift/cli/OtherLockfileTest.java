package dev.tagdrift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.testing.CommandRun;
import dev.tagdrift.testing.Debian;
import dev.tagdrift.testing.FakeEngine;
import dev.tagdrift.testing.FakeEngine.Held;
import dev.tagdrift.testing.FakeRegistry;
import dev.tagdrift.testing.Images;
import dev.tagdrift.testing.Resolved;
import dev.tagdrift.testing.TempWorkspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who names a lockfile is told of that one, and of commands that work on it. */
class OtherLockfileTest {
    private static final Pattern COMMAND = Pattern.compile("`tagdrift ([^`]+)`");

    /** Also those that stand in another, but none that the lockfile is nothing to. */
    private static final Pattern ADVISED = Pattern.compile("[`(]tagdrift ((?!scan)[^`)]+)[`)]");

    private static final String OPTION = " --lockfile other.json";

    private FakeRegistry registry;
    private TempWorkspace project;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        registry = FakeRegistry.start();
        project = TempWorkspace.of(folder, registry).file("Dockerfile", "FROM python:3.12-slim");
        registry.push("library/python", "3.12-slim", Images.index("bullseye"));
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "check --offline", "pin", "export bake"})
    void thereIsNone(String command) {
        CommandRun run = run(command, "nope.json");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out() + run.err())
                .contains("there is no lockfile `nope.json` yet")
                .contains("hint: write it with `tagdrift lock --lockfile nope.json`, and commit it");
    }

    @Test
    void nothingIsInIt() {
        assertThat(run("explain python:3.12-slim", "nope.json").err())
                .contains("`python:3.12-slim` is not in nope.json")
                .contains("lock it with `tagdrift lock --lockfile nope.json`");
    }

    @Test
    void itHoldsTheMarkersOfAMerge() {
        project.file("merged.json", "{", "<<<<<<< HEAD", "=======", ">>>>>>> other", "}");
        assertThat(run("check", "merged.json").err()).contains("`tagdrift lock --lockfile merged.json`");
    }

    /** The usual lockfile would be made beside it, and the next check would find what this one found. */
    @Test
    void everyCommandOfAHintLeadsBackToIt() {
        run("lock", "my lock.json");
        registry.move("library/python", "3.12-slim", Images.index("bookworm"));
        project.append("Dockerfile", "FROM node:20");
        registry.push("library/node", "20", Images.index("node"));
        CommandRun run = run("check", "my lock.json");
        assertThat(COMMAND.matcher(run.out()).results().map(command -> command.group(1)))
                .containsExactly(
                        "explain python:3.12-slim --lockfile 'my lock.json'",
                        "lock --upgrade-image python:3.12-slim --lockfile 'my lock.json'",
                        "lock --lockfile 'my lock.json'");
    }

    @Test
    void theCommandForAllThatMovedDoesToo() {
        List<String> tags = List.of("python", "node", "ruby");
        tags.forEach(tag -> registry.push("library/" + tag, "1", Debian.bullseye(tag)));
        project.file(
                "Dockerfile", tags.stream().map(tag -> "FROM " + tag + ":1").toArray(String[]::new));
        run("lock", "other.json");
        tags.forEach(tag -> registry.move("library/" + tag, "1", Debian.bookworm(tag)));
        assertThat(run("check", "other.json").out())
                .contains("3 tags moved", "--upgrade-image ruby:1 --lockfile other.json`")
                .contains("`tagdrift explain python:1 --lockfile other.json`");
    }

    /** What a build took may be another image than the lockfile says: that is told by commands too. */
    @Test
    void soDoThoseAboutABuild() throws IOException {
        try (FakeEngine engine = FakeEngine.start()) {
            engine.hold(Held.of("buster", "app"), "app:1")
                    .hold(Held.of("buster").pulledAs("python@" + Resolved.digest("old")), BuiltProject.NAME);
            run("lock", "other.json");
            registry.move("library/python", "3.12-slim", Images.index("bookworm"));
            project.file("new.Dockerfile", "FROM node:20");
            assertThat(commands(engine, "verify", "app:1"))
                    .containsExactly("export env", "lock --upgrade-image python:3.12-slim");
            assertThat(commands(engine, "verify", "app:1", "--dockerfile", "new.Dockerfile"))
                    .containsExactly("lock");
            assertThat(commands(engine, "check", "--local", "Dockerfile")).contains("export env");
        }
    }

    @Test
    void soDoThoseAboutAPinAndAnExport() {
        project.file("Dockerfile", "FROM python:3.12-slim@" + Resolved.digest("pinned"));
        assertThat(commands("lock", "--upgrade-image", "python:3.12-slim"))
                .containsExactly("pin --upgrade-image python:3.12-slim");
        assertThat(commands("pin", "--check", "--upgrade")).containsExactly("lock --upgrade", "pin --check");
        project.file("Dockerfile", "FROM python", "FROM scratch AS python");
        registry.push("library/python", "latest", Images.index("python"));
        run("lock", "other.json");
        assertThat(commands("export", "bake")).containsExactly("pin");
    }

    private List<String> commands(String... arguments) {
        return commands(Map.of(), arguments);
    }

    private List<String> commands(FakeEngine engine, String... arguments) {
        return commands(engine.environment(), arguments);
    }

    /** Those that a run advises, without the lockfile, which each of them has to name. */
    private List<String> commands(Map<String, String> environment, String... arguments) {
        String[] all = Stream.concat(Stream.of(arguments), Stream.of("--lockfile", "other.json"))
                .toArray(String[]::new);
        CommandRun run = project.runWith(environment, all);
        List<String> advised = ADVISED.matcher(run.out() + run.err())
                .results()
                .map(command -> command.group(1))
                .toList();
        assertThat(advised).allMatch(command -> command.endsWith(OPTION));
        return advised.stream()
                .map(command -> command.substring(0, command.length() - OPTION.length()))
                .toList();
    }

    private CommandRun run(String command, String lockfile) {
        List<String> arguments = new ArrayList<>(Stream.of(command.split(" ")).toList());
        arguments.addAll(List.of("--lockfile", lockfile));
        return project.run(arguments.toArray(String[]::new));
    }
}
