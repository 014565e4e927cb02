package dev.tagdrift.recipes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One run of the only job of a workflow: the steps that call tagdrift's action, and those in shell. Actions of others are
 * left out; {@code gh} writes down how it was called.
 */
final class WorkflowRun {
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{ *(?<expression>[^}]+?) *}}");
    private static final Pattern FILLED = Pattern.compile("(?<value>steps\\.[\\w.-]+) != ''");

    private final Project project;
    private final Toolbox action;
    private final Toolbox clients;
    private final Path runner;
    private final Map<String, String> values = new HashMap<>();

    WorkflowRun(Project project, Toolbox clients) throws IOException {
        this.project = project;
        this.clients = clients;
        this.action = Toolbox.in(project.folder().resolve("action"));
        this.runner = project.folder().resolve("runner");
    }

    /** Tells what an expression means in this run. */
    WorkflowRun where(String expression, String value) {
        values.put(expression, value);
        return this;
    }

    /** Runs the job, and tells the exit code of the first step that failed. */
    int run(Recipe workflow) throws IOException {
        Map<?, ?> jobs = Yaml.map(Yaml.map(Yaml.read(workflow.text())).get("jobs"));
        int failed = 0;
        for (Object each : Yaml.list(Yaml.map(jobs.values().iterator().next()).get("steps"))) {
            Map<?, ?> step = Yaml.map(each);
            if (isDue(step, failed)) {
                int exitCode = run(step);
                failed = failed == 0 ? exitCode : failed;
            }
        }
        return failed;
    }

    private boolean isDue(Map<?, ?> step, int failed) {
        String condition = step.containsKey("if") ? String.valueOf(step.get("if")) : "success()";
        Matcher filled = FILLED.matcher(condition);
        return (failed == 0 || condition.startsWith("always()"))
                && (!filled.find()
                        || !values.getOrDefault(filled.group("value"), "").isEmpty());
    }

    private int run(Map<?, ?> step) throws IOException {
        if (String.valueOf(step.get("uses")).startsWith("OWNER/tagdrift@")) {
            CompositeAction.Result result =
                    CompositeAction.run(project.workTree(), runner, action, evaluated(step.get("with")));
            result.outputs()
                    .forEach((name, value) -> values.put("steps." + step.get("id") + ".outputs." + name, value));
            return result.exitCode();
        }
        if (!step.containsKey("run")) {
            return 0;
        }
        Map<String, String> environment =
                project.environment(evaluated(step.containsKey("env") ? step.get("env") : Map.of()), action.folder());
        environment.put("RUNNER_TEMP", runner.toString());
        environment.computeIfPresent("PATH", (name, path) -> clients.folder() + ":" + path);
        Shell run = Shell.run(project.workTree(), environment, String.valueOf(step.get("run")));
        if (run.exitCode() != 0) {
            throw new AssertionError(run.out());
        }
        return 0;
    }

    private Map<String, String> evaluated(@Nullable Object mapping) {
        Map<String, String> all = new HashMap<>();
        Yaml.map(mapping).forEach((name, value) -> all.put(String.valueOf(name), evaluated(String.valueOf(value))));
        return all;
    }

    private String evaluated(String text) {
        return EXPRESSION
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(values.getOrDefault(match.group("expression"), "")));
    }
}
