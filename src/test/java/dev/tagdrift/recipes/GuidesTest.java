package dev.tagdrift.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.codehaus.groovy.control.CompilationFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the guides tell to copy is what the site that it is for reads, by a schema. */
class GuidesTest {
    private static final Path SCHEMAS = Path.of("src/test/resources/schemas");

    static Stream<Recipe> files() {
        return Recipe.all().stream()
                .filter(recipe ->
                        recipe.language().equals("yaml") && !recipe.file().equals(".pre-commit-config.yaml"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void isReadByItsSite(Recipe recipe) throws IOException {
        assertThat(problems(recipe.file(), recipe.text())).isEmpty();
    }

    @Test
    void gitHubReadsTheWorkflowsOfThisRepository() {
        assertThat(Recipe.ownWorkflows())
                .hasSizeGreaterThan(1)
                .allSatisfy(file -> assertThat(GitHubSchema.ofWorkflows().problems(Yaml.read(file)))
                        .isEmpty());
    }

    /** A schema that lets everything pass proves nothing. */
    @ParameterizedTest
    @CsvSource({
        ".github/workflows/base-images.yml, runs-on, runs_on",
        ".github/workflows/base-images.yml, github.event_name, step.event_name",
        ".github/workflows/base-images.yml, merge_group, merge_groups",
        ".github/workflows/base-images-nightly.yml, issues: write, issues: all",
        ".gitlab-ci.yml, script:, scripts:",
        ".gitlab-ci.yml, resource_group: base-images, resource_group: [base-images]",
        ".circleci/config.yml, image: cimg/openjdk:21.0, images: cimg/openjdk:21.0",
        ".circleci/config.yml, save_cache, keep_cache",
        ".circleci/config.yml, keys: [base-images-], names: [base-images-]",
        ".circleci/config.yml, when: always, when: ever",
        ".circleci/config.yml, 'equal:', 'equals:'",
        ".circleci/config.yml, 'jobs: [report]', 'job: [report]'",
        "azure-pipelines.yml, displayName, name_",
        "azure-pipelines.yml, fetchDepth: 0, depth: 0",
        "azure-pipelines.yml, always: true, ever: true",
        "azure-pipelines.yml, Cache@2, Cache@1",
        "azure-pipelines.yml, restoreKeys, restore",
        "azure-pipelines.yml, testResultsFormat: JUnit, testResultsFormat: junit4",
        "base-images.yaml, timeZone, timezone",
        "base-images.yaml, concurrencyPolicy: Forbid, concurrencyPolicy: Never",
        "base-images.yaml, mountPath, path",
        "base-images.yaml, fsGroup, group",
        "base-images.yaml, accessModes: [ReadWriteOnce], accessModes: ReadWriteOnce",
        "base-images.yaml, kind: PersistentVolumeClaim, kind: VolumeClaim"
    })
    void aMistakeIsNoticed(String file, String right, String wrong) throws IOException {
        Recipe recipe = Recipe.named(file);
        assertThat(recipe.text()).contains(right);
        assertThat(problems(file, recipe.text().replace(right, wrong))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'steps {', 'steps'", "'sh ''tagdrift check', 'sh ''tagdrift'' check'", "linux' }, linux }"})
    void aMistakeInThePipelineOfJenkinsIsNoticed(String right, String wrong) {
        String text = Recipe.named("Jenkinsfile").text();
        assertThat(text).contains(right);
        assertThatThrownBy(() -> Jenkinsfile.shellSteps(text.replace(right, wrong)))
                .isInstanceOf(CompilationFailedException.class);
    }

    /** Whoever copies an action of others copies a commit, not a tag. */
    @ParameterizedTest
    @MethodSource("files")
    void pinsTheActionsOfOthers(Recipe recipe) {
        Pattern.compile("uses: (?<action>\\S+)")
                .matcher(recipe.text())
                .results()
                .map(match -> match.group("action"))
                .forEach(action -> assertThat(action).matches("OWNER/tagdrift@COMMIT|[\\w/-]+@[0-9a-f]{40}"));
    }

    @Test
    void everyGuideForCiTellsWhatWasRun() throws IOException {
        try (Stream<Path> guides = Files.list(Path.of("docs/guides"))) {
            List<Path> forCi = guides.filter(
                            guide -> guide.getFileName().toString().matches("(ci-.*|pre-commit)\\.md"))
                    .toList();
            assertThat(forCi)
                    .hasSize(8)
                    .allSatisfy(guide -> assertThat(guide).content().contains("\n## What was run\n"));
        }
    }

    private static List<String> problems(String file, String text) throws IOException {
        return switch (file) {
            case ".gitlab-ci.yml" -> problems("gitlab-ci.json", Yaml.documents(text));
            case ".circleci/config.yml" -> {
                List<String> problems = problems("circleci.json", Yaml.documents(text));
                problems.addAll(unknownSteps(Yaml.map(Yaml.read(text))));
                yield problems;
            }
            case "azure-pipelines.yml" -> problems("azure-pipelines.json", Yaml.textDocuments(text));
            case "base-images.yaml" -> problems("kubernetes.json", Yaml.documents(text));
            default -> {
                assertThat(file).as("no schema is known").startsWith(".github/workflows/");
                yield GitHubSchema.ofWorkflows().problems(Yaml.read(text));
            }
        };
    }

    /** To the schema each of them might be a command of an orb, of which there is none. */
    private static List<String> unknownSteps(Map<?, ?> configuration) throws IOException {
        Map<?, ?> commands = Yaml.map(configuration.get("commands"));
        JsonNode builtIn = new ObjectMapper()
                .readTree(SCHEMAS.resolve("circleci.json").toFile())
                .at("/definitions/builtinSteps/configuration");
        return Stream.concat(commands.values().stream(), Yaml.map(configuration.get("jobs")).values().stream())
                .flatMap(each -> Yaml.list(Yaml.map(each).get("steps")).stream())
                .map(step -> String.valueOf(
                        step instanceof Map<?, ?> map ? map.keySet().iterator().next() : step))
                .filter(step -> !builtIn.has(step) && !commands.containsKey(step))
                .toList();
    }

    private static List<String> problems(String schema, List<Object> documents) throws IOException {
        Schema rules = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMAS.resolve(schema)), InputFormat.JSON);
        List<String> problems = new ArrayList<>();
        for (Object document : documents) {
            rules.validate(new ObjectMapper().writeValueAsString(document), InputFormat.JSON)
                    .forEach(problem -> problems.add(problem.toString()));
        }
        return problems;
    }
}
