package dev.tagdrift.recipes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The action of this repository, run as GitHub documents that its runner does it: shell steps in turn, with files for
 * their outputs, the path and the summary. Its own files are what it needs of a checkout, and the programs of the toolbox.
 */
final class CompositeAction {
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{ *(?<expression>[^}]+?) *}}");
    private static final Path FILE = Path.of("action.yml");
    private static final Path INSTALLER = Path.of("src/main/sh/install");

    private final Map<?, ?> definition = Yaml.map(Yaml.read(FILE));
    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> values = new HashMap<>();

    private CompositeAction(Path folder, Toolbox tools) throws IOException {
        this.folder = Files.createDirectories(folder);
        for (Path file : List.of(INSTALLER, Path.of("pom.xml"))) {
            Path copy = tools.folder().resolve(file);
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        }
        environment.put("HOME", folder.toString());
        environment.put("RUNNER_TEMP", folder.toString());
        environment.put("GITHUB_ACTIONS", "true");
        environment.put("GITHUB_ACTION_PATH", tools.folder().toString());
        values.put("github.server_url", folder.toUri().toString());
        values.put("github.action_repository", "owner/tagdrift");
        for (String file : List.of("OUTPUT", "PATH", "ENV", "STEP_SUMMARY")) {
            Path path = folder.resolve(file);
            Files.writeString(path, "");
            environment.put("GITHUB_" + file, path.toString());
        }
    }

    /**
     * What the runner has after all steps.
     *
     * @param exitCode of the step that failed, else 0
     * @param log of all steps
     * @param outputs of the action
     * @param summary of the step
     */
    record Result(int exitCode, String log, Map<String, String> outputs, String summary) {}

    /** Runs it in a work tree; what it leaves lies in the folder. */
    static Result run(Path workTree, Path folder, Toolbox tools, Map<String, String> inputs) throws IOException {
        return new CompositeAction(folder, tools).run(workTree, inputs);
    }

    private Result run(Path workTree, Map<String, String> inputs) throws IOException {
        Yaml.map(definition.get("inputs")).forEach((name, input) -> {
            String key = String.valueOf(name);
            String otherwise = String.valueOf(Yaml.map(input).get("default"));
            values.put("inputs." + key, inputs.getOrDefault(key, otherwise));
        });
        List<String> log = new ArrayList<>();
        int exitCode = 0;
        for (Object each : Yaml.list(Yaml.map(definition.get("runs")).get("steps"))) {
            Map<?, ?> step = Yaml.map(each);
            if (exitCode == 0 && step.containsKey("run")) {
                Shell run = runStep(workTree, step);
                exitCode = run.exitCode();
                log.add(run.out());
            }
        }
        Map<String, String> outputs = new TreeMap<>();
        Yaml.map(definition.get("outputs"))
                .forEach((name, output) -> outputs.put(
                        String.valueOf(name), evaluate(Yaml.map(output).get("value"))));
        return new Result(exitCode, String.join("", log), outputs, Files.readString(folder.resolve("STEP_SUMMARY")));
    }

    private Shell runStep(Path workTree, Map<?, ?> step) throws IOException {
        Map<String, String> all = new HashMap<>(environment);
        Yaml.map(step.containsKey("env") ? step.get("env") : Map.of())
                .forEach((name, value) -> all.put(String.valueOf(name), evaluate(value)));
        List<String> path = new ArrayList<>(Files.readAllLines(folder.resolve("PATH")));
        path.add(Objects.requireNonNull(System.getenv("PATH")));
        all.put("PATH", String.join(":", path));
        Object where = step.containsKey("working-directory") ? step.get("working-directory") : ".";
        Shell run = Shell.run(workTree.resolve(evaluate(where)), all, String.valueOf(step.get("run")));
        if (step.containsKey("id")) {
            for (String line : Files.readAllLines(folder.resolve("OUTPUT"))) {
                String[] parts = line.split("=", 2);
                values.put("steps." + step.get("id") + ".outputs." + parts[0], parts[1]);
            }
        }
        return run;
    }

    private String evaluate(@Nullable Object text) {
        return EXPRESSION
                .matcher(String.valueOf(text))
                .replaceAll(match ->
                        java.util.regex.Matcher.quoteReplacement(values.getOrDefault(match.group("expression"), "")));
    }
}
