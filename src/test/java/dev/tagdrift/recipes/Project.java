package dev.tagdrift.recipes;

import dev.tagdrift.demo.SyntheticImage;
import dev.tagdrift.testing.FakeRegistry;
import dev.tagdrift.testing.GitRepository;
import dev.tagdrift.testing.Images;
import dev.tagdrift.testing.TempWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A repository of a user with a locked image, cloned from where it can be pushed to; tagdrift itself to clone; and a
 * home.
 *
 * @param folder of all of it
 * @param registry that has the image
 */
record Project(Path folder, FakeRegistry registry) implements AutoCloseable {
    private static final SyntheticImage LOCKED = Images.indexOn("bullseye", "locked");
    private static final SyntheticImage CURRENT = Images.indexOn("bookworm", "current");

    static Project in(Path folder) throws IOException {
        Project project = new Project(folder, FakeRegistry.start());
        project.registry.push("library/python", "3.12-slim", LOCKED);
        Files.createDirectories(project.workTree());
        Files.createDirectories(project.home());
        GitRepository work = GitRepository.in(project.workTree());
        TempWorkspace.of(project.workTree(), project.registry)
                .file(".gitignore", ".home/", ".tagdrift/", "/base-images.*", "results/")
                .file("services/api/Dockerfile", "FROM python:3.12-slim")
                .done("lock");
        work.commitAll("2025-08-12");
        work.git("clone", "-q", "--bare", ".", project.origin().toString());
        work.git("remote", "add", "origin", project.origin().toString());
        work.git("fetch", "-q").git("branch", "-q", "--set-upstream-to=origin/main");
        Toolbox.in(folder.resolve("tagdrift"));
        GitRepository.in(folder.resolve("tagdrift")).commitAll("2025-08-12");
        project.registry.forgetRequests();
        return project;
    }

    Path workTree() {
        return folder.resolve("work");
    }

    Path home() {
        return folder.resolve("home");
    }

    Path origin() {
        return folder.resolve("origin.git");
    }

    /** The tag names another image from now on. */
    void move() {
        registry.move("library/python", "3.12-slim", CURRENT);
    }

    /** Nobody answers any more. */
    void loseRegistry() {
        new TempWorkspace(workTree())
                .file("tagdrift.yaml", "registries:", "  docker.io: { mirror: \"http://127.0.0.1:1\" }");
    }

    /** Somebody lets every move pass. */
    void ignoreMoves() throws IOException {
        String ignore = """

                ignore:
                  - image: "**"
                    findings: [tag-moved]
                    reason: rolling on purpose
                    until: 9999-12-31
                """;
        Files.writeString(
                workTree().resolve("tagdrift.yaml"), ignore, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Somebody uses an image that is not locked. */
    void useAnother() {
        new TempWorkspace(workTree()).file("web/Dockerfile", "FROM node:20");
    }

    boolean has(String file) {
        return Files.exists(workTree().resolve(file));
    }

    String read(String file) throws IOException {
        return Files.readString(workTree().resolve(file));
    }

    /** The tip of a branch where it was pushed to. */
    String pushed(String branch, String file) throws IOException {
        return Shell.run(origin(), Map.of(), "git show " + branch + ":" + file).out();
    }

    /** What a script of a CI system finds in its environment; the programs of a folder come first. */
    Map<String, String> environment(Map<?, ?> variables, Path programs) {
        Map<String, String> all = new HashMap<>();
        variables.forEach((name, value) -> all.put(String.valueOf(name), String.valueOf(value)));
        all.putAll(Map.of(
                "HOME",
                home().toString(),
                "GIT_CONFIG_NOSYSTEM",
                "1",
                "TAGDRIFT_SOURCE",
                "file://" + folder.resolve("tagdrift"),
                "PATH",
                programs + ":" + Objects.requireNonNull(System.getenv("PATH"))));
        return all;
    }

    /** Runs a script where the program has to be fetched first. */
    Shell run(Map<?, ?> variables, List<?> script) throws IOException {
        List<String> lines = script.stream().map(String::valueOf).toList();
        return Shell.run(workTree(), environment(variables, folder.resolve("none")), String.join("\n", lines));
    }

    @Override
    public void close() {
        registry.close();
    }
}
