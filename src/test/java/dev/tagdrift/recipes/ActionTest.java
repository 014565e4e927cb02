package dev.tagdrift.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.demo.SyntheticImage;
import dev.tagdrift.recipes.CompositeAction.Result;
import dev.tagdrift.testing.Approved;
import dev.tagdrift.testing.FakeRegistry;
import dev.tagdrift.testing.GitRepository;
import dev.tagdrift.testing.Images;
import dev.tagdrift.testing.TempWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The action for GitHub does in its shell steps what it promises; the sites of GitHub are stood in for. */
class ActionTest {
    private static final SyntheticImage LOCKED = Images.indexOn("bullseye", "locked");
    private static final SyntheticImage CURRENT = Images.indexOn("bookworm", "current");

    private FakeRegistry registry;
    private TempWorkspace project;
    private Path runner;
    private Toolbox tools;

    @BeforeEach
    void lock(@TempDir Path folder) throws IOException {
        registry = FakeRegistry.start();
        registry.push("library/python", "3.12-slim", LOCKED);
        Path work = Files.createDirectories(folder.resolve("work"));
        GitRepository.in(work);
        project = TempWorkspace.of(work, registry)
                .file("services/api/Dockerfile", "FROM python:3.12-slim")
                .done("lock");
        runner = folder.resolve("runner");
        tools = Toolbox.in(folder.resolve("action"));
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    private Result run(String... inputs) throws IOException {
        Map<String, String> given = new HashMap<>();
        for (String input : inputs) {
            String[] parts = input.split("=", 2);
            given.put(parts[0], parts[1]);
        }
        return CompositeAction.run(project.root(), runner, tools, given);
    }

    private void approve(String name, Result result) {
        String told = "exit " + result.exitCode() + "\n--- log\n" + result.log() + "--- outputs\n" + result.outputs()
                + "\n--- summary\n" + result.summary();
        Approved.verify(
                "action/" + name + ".txt",
                told.replace(registry.host(), "REGISTRY")
                        .replaceAll(Pattern.quote(runner.toString()) + "/tagdrift\\.\\w+", "FOLDER"));
    }

    @Test
    void isWhatGitHubReads() {
        assertThat(GitHubSchema.ofActions().problems(Yaml.read(Path.of("action.yml"))))
                .isEmpty();
    }

    @Test
    void putsNoInputIntoAScript() {
        for (Object step : Yaml.list(
                Yaml.map(Yaml.map(Yaml.read(Path.of("action.yml"))).get("runs")).get("steps"))) {
            assertThat(String.valueOf(Yaml.map(step).get("run"))).doesNotContain("${{");
            assertThat(String.valueOf(Yaml.map(step).get("uses"))).matches("null|[a-z/-]+@[0-9a-f]{40}");
        }
    }

    @Test
    void passesWhileEverythingIsAsLocked() throws IOException {
        approve("as-locked", run());
    }

    @Test
    void annotatesATagThatMoved() throws IOException {
        registry.move("library/python", "3.12-slim", CURRENT);
        approve("tag-moved", run());
    }

    @Test
    void annotatesADigestThatVanished() throws IOException {
        project.file("services/api/Dockerfile", "FROM " + registry.reference("library/python:3.12-slim"))
                .done("lock");
        registry.move("library/python", "3.12-slim", CURRENT);
        registry.deleteManifest("library/python", LOCKED.digest());
        approve("digest-vanished", run());
    }

    @Test
    void annotatesAVariableWithoutAValue() throws IOException {
        project.file("web/Dockerfile", "ARG NODE_VERSION", "FROM node:${NODE_VERSION}");
        approve("unresolved-variable", run());
    }

    @Test
    void neverPassesWhereTheRegistryCannotBeReached() throws IOException {
        project.file("tagdrift.yaml", "registries:", "  docker.io: { mirror: \"http://127.0.0.1:1\" }");
        approve("unreachable", run("args=--timeout=5s"));
    }

    /** Puts a release where the action looks for it, which says its version and no more. Tells its sum. */
    private String release(String version) throws IOException {
        Path folder = Files.createDirectories(runner.resolve("owner/tagdrift/releases/download/v" + version));
        Shell made = Shell.run(folder, Map.of("PATH", System.getenv("PATH")), """
                name=tagdrift-%1$s-$(uname -s | tr '[:upper:]' '[:lower:]')-$(uname -m)
                mkdir "$name"
                printf '#!/bin/sh\\necho released %1$s\\n' > "$name/tagdrift"
                chmod +x "$name/tagdrift"
                tar -czf "$name.tar.gz" "$name"
                sha256sum < "$name.tar.gz" | cut -c 1-64
                """.formatted(version));
        return made.out().strip();
    }

    @Test
    void installsTheReleaseOfThisSum() throws IOException {
        String sum = release("1.2.3");
        assertThat(run("version=1.2.3", "sha256=" + sum).log()).isEqualTo("released 1.2.3\n");
    }

    @Test
    void refusesAReleaseOfAnotherSum() throws IOException {
        release("1.2.3");
        Result result = run("version=1.2.3", "sha256=" + "0".repeat(64));
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.log()).contains("nothing was installed").doesNotContain("released");
        assertThat(run("version=1.2.3").exitCode()).as("without any sum").isEqualTo(2);
        assertThat(run("sha256=" + "0".repeat(64)).log()).contains("is no version");
    }

    @Test
    void reportsAndPassesOnDrift() throws IOException {
        registry.move("library/python", "3.12-slim", CURRENT);
        Result result = run("command=report", "history=history.jsonl");
        assertThat(result.exitCode()).isZero();
        assertThat(result.log()).startsWith("::error file=services/api/Dockerfile,line=1,");
        assertThat(result.outputs()).containsEntry("exit-code", "0");
        assertThat(project.read("history.jsonl")).contains("python");
        for (String format : List.of("html", "markdown", "sarif", "json")) {
            assertThat(Path.of(result.outputs().get(format))).content().contains("python:3.12-slim");
        }
    }

    @Test
    void handsOverItsInputs() throws IOException {
        registry.move("library/python", "3.12-slim", CURRENT);
        assertThat(run("offline=true").exitCode()).isZero();
        assertThat(run("fail-on=platform", "args=--platform=linux/amd64\n-v").exitCode())
                .isEqualTo(1);
        assertThat(run("paths=services/api\nservices/api/Dockerfile\n").exitCode())
                .isEqualTo(1);
        assertThat(run("working-directory=services").log()).contains("file=services/api/Dockerfile");
    }

    @Test
    void runsNothingThatAnInputSays() throws IOException {
        String hostile = "$(touch \"$RUNNER_TEMP/owned\"); touch owned; `touch owned`";
        for (String input : List.of("command", "paths", "fail-on", "args", "history")) {
            assertThat(run(input + "=" + hostile).exitCode()).as(input).isEqualTo(2);
        }
        assertThat(run("command=lock").outputs()).containsEntry("exit-code", "2");
        assertThat(project.root().resolve("owned")).doesNotExist();
        assertThat(runner.resolve("owned")).doesNotExist();
    }
}
