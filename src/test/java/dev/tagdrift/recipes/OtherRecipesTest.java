package dev.tagdrift.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts of the other guides do what they say, with tagdrift fetched as they fetch it. */
class OtherRecipesTest {
    private Project project;

    @BeforeEach
    void prepare(@TempDir Path folder) throws IOException {
        project = Project.in(folder);
    }

    @AfterEach
    void stop() {
        project.close();
    }

    private Map<?, ?> read(String file) {
        return Yaml.map(Yaml.read(Recipe.named(file).text()));
    }

    private int gitLab(String job) throws IOException {
        Map<?, ?> file = read(".gitlab-ci.yml");
        Map<?, ?> common = Yaml.map(file.get(".tagdrift"));
        List<Object> script = new ArrayList<>(List.of("rm -rf \"$HOME/tagdrift\"")); // each job has a new container
        script.addAll(Yaml.list(common.get("before_script")));
        script.addAll(Yaml.list(Yaml.map(file.get(job)).get("script")));
        return project.run(Yaml.map(common.get("variables")), script).exitCode();
    }

    @Test
    void gitLabChecksMergeRequestsAndMainAndReportsAtNight() throws IOException {
        project.move();
        assertThat(gitLab("base images in step")).isZero();
        assertThat(gitLab("base images unmoved")).isEqualTo(1);
        assertThat(project.read("base-images.json")).contains("\"check_name\": \"tag-moved\"");
        assertThat(gitLab("base images tonight")).isZero();
        assertThat(project.read(".tagdrift/history.jsonl")).contains("3.12-slim");
        assertThat(project.read("base-images.xml")).contains("<failure");
        assertThat(project.read("base-images.md")).contains("<!-- tagdrift -->");
    }

    private int circleCi(String job, String branch) throws IOException {
        Map<?, ?> file = read(".circleci/config.yml");
        List<Object> script = new ArrayList<>(List.of("rm -rf \"$HOME/tagdrift\""));
        Map<?, ?> find = Yaml.map(Yaml.map(file.get("commands")).get("find-tagdrift"));
        List<Object> steps = new ArrayList<>(Yaml.list(find.get("steps")));
        steps.addAll(Yaml.list(Yaml.map(Yaml.map(file.get("jobs")).get(job)).get("steps")));
        for (Object step : steps) {
            if (step instanceof Map<?, ?> map && map.containsKey("run")) {
                // Each command is a shell of its own, which reads $BASH_ENV at its start.
                script.add("bash -eo pipefail <<'END_OF_STEP'\n"
                        + Yaml.map(map.get("run")).get("command") + "\nEND_OF_STEP");
            }
        }
        Path shared = project.home().resolve("bash_env");
        Files.writeString(shared, "");
        return project.run(Map.of("BASH_ENV", shared, "CIRCLE_BRANCH", branch), script)
                .exitCode();
    }

    @Test
    void circleCiChecksBranchesAndMainAndReportsAtNight() throws IOException {
        project.move();
        assertThat(circleCi("check", "feature")).isZero();
        assertThat(circleCi("check", "main")).isEqualTo(1);
        assertThat(circleCi("report", "main")).isZero();
        assertThat(project.read(".tagdrift/history.jsonl")).contains("3.12-slim");
        assertThat(project.read("results/base-images.xml")).contains("<failure");
    }

    private Shell azure(String reason) throws IOException {
        List<Object> script = new ArrayList<>();
        for (Object each : Yaml.list(read("azure-pipelines.yml").get("steps"))) {
            Map<?, ?> step = Yaml.map(each);
            String condition = step.containsKey("condition") ? String.valueOf(step.get("condition")) : reason;
            if (step.containsKey("bash") && condition.contains(reason)) {
                // Each is a shell of its own, which goes on after what fails.
                script.add("bash <<'END_OF_STEP'\n" + step.get("bash") + "\nEND_OF_STEP");
            }
        }
        Path agent = Files.createTempDirectory(project.folder(), "agent");
        script.add(
                1, "export PATH=\"$AGENT_TEMPDIRECTORY/tagdrift:$PATH\""); // as the command of the first step asks for
        return project.run(Map.of("AGENT_TEMPDIRECTORY", agent, "PIPELINE_WORKSPACE", agent), script);
    }

    @Test
    void azureChecksPullRequestsAndMainAndReportsAtNight() throws IOException {
        project.move();
        assertThat(azure("PullRequest").out()).contains("##vso[task.prependpath]/");
        assertThat(azure("PullRequest").exitCode()).isZero();
        assertThat(azure("BatchedCI").exitCode()).isEqualTo(1);
        assertThat(azure("Schedule").exitCode()).isZero();
        assertThat(project.read("base-images.xml")).contains("<failure");
        project.loseRegistry();
        assertThat(azure("Schedule").out()).contains("##vso[task.uploadsummary]");
        assertThat(azure("Schedule").exitCode()).isEqualTo(3);
    }

    @Test
    void jenkinsChecksPullRequestsAndMainAndReportsAtNight() throws IOException {
        project.move();
        Map<String, String> jenkins = new HashMap<>(Map.of("JOB_NAME", "shop/main"));
        List<Integer> exitCodes = new ArrayList<>();
        for (String step : Jenkinsfile.shellSteps(Recipe.named("Jenkinsfile").text())) {
            Path file = Files.writeString(project.home().resolve("step.sh"), step);
            Map<String, String> environment =
                    project.environment(jenkins, project.folder().resolve("tagdrift"));
            exitCodes.add(
                    Shell.run(project.workTree(), environment, "sh -xe " + file).exitCode());
        }
        assertThat(exitCodes).containsExactly(0, 1, 0);
        assertThat(project.home().resolve("tagdrift-history/shop-main.jsonl")).exists();
        assertThat(project.has("base-images.sarif")).isTrue();
    }

    @Test
    void kubernetesReportsEveryNight() throws IOException {
        project.move();
        Map<?, ?> job =
                Yaml.map(Yaml.documents(Recipe.named("base-images.yaml").text()).getLast());
        Map<?, ?> container = Yaml.map(Yaml.list(at(job, "spec", "jobTemplate", "spec", "template", "spec")
                        .get("containers"))
                .getFirst());
        Path history = Files.createDirectories(project.folder().resolve("history"));
        Map<String, String> environment = project.environment(
                Map.of("REPOSITORY", "file://" + project.origin(), "HISTORY", history),
                project.folder().resolve("tagdrift"));
        assertThat(Yaml.list(container.get("env")).stream()
                        .map(variable -> Yaml.map(variable).get("name")))
                .allMatch(environment::containsKey);
        Shell run = Shell.run(
                project.folder(),
                environment,
                String.valueOf(Yaml.list(container.get("args")).getFirst()));
        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(history.resolve("shop.jsonl")).content().contains("3.12-slim");
        assertThat(history.resolve("shop.md")).content().contains("debian 12 (bookworm)");
    }

    private static Map<?, ?> at(Map<?, ?> node, String... keys) {
        Map<?, ?> here = node;
        for (String key : keys) {
            here = Yaml.map(here.get(key));
        }
        return here;
    }

    @Test
    void cronSaysSomethingOnlyWhereThereIsSomethingToSay() throws IOException {
        Path script = Files.writeString(
                project.home().resolve("base-images"),
                Recipe.named("/usr/local/bin/base-images").text());
        Map<String, String> environment =
                project.environment(Map.of(), project.folder().resolve("tagdrift"));
        String command = "bash " + script + " " + project.workTree();
        assertThat(Shell.run(project.home(), environment, command)).isEqualTo(new Shell(0, ""));
        project.move();
        assertThat(Shell.run(project.home(), environment, command).out()).contains("drift[tag-moved]");
    }
}
