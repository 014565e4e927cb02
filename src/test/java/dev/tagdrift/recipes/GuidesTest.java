package dev.tagdrift.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the guides tell to copy is what the site that it is for reads, by a schema. */
class GuidesTest {
    private static final Path SCHEMAS = Path.of("src/test/resources/schemas");

    static Stream<Recipe> files() {
        return Recipe.all().stream().filter(recipe -> recipe.language().equals("yaml"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void isReadByItsSite(Recipe recipe) throws IOException {
        for (Object document : Yaml.documents(recipe.text())) {
            assertThat(problems(recipe.file(), document)).isEmpty();
        }
    }

    @Test
    void offersAHookThatPreCommitReads() throws IOException {
        assertThat(problems(".pre-commit-hooks.yaml", Yaml.read(Path.of(".pre-commit-hooks.yaml"))))
                .isEmpty();
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
        ".circleci/config.yml, save_cache, keep_cache",
        "azure-pipelines.yml, displayName, name_",
        "base-images.yaml, restartPolicy: Never, restartPolicy: Always",
        ".pre-commit-config.yaml, rev: COMMIT, ref: COMMIT"
    })
    void aMistakeIsNoticed(String file, String right, String wrong) throws IOException {
        Recipe recipe = Recipe.named(file);
        assertThat(recipe.text()).contains(right);
        List<String> problems = new ArrayList<>();
        for (Object document : Yaml.documents(recipe.text().replace(right, wrong))) {
            problems.addAll(problems(file, document));
        }
        assertThat(problems).isNotEmpty();
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

    private static List<String> problems(String file, Object document) throws IOException {
        if (file.startsWith(".github/workflows/")) {
            return GitHubSchema.ofWorkflows().problems(document);
        }
        String schema = switch (file) {
            case ".gitlab-ci.yml" -> "gitlab-ci.json";
            case ".circleci/config.yml" -> "own/circleci.json";
            case "azure-pipelines.yml" -> "own/azure-pipelines.json";
            case "base-images.yaml" -> "own/kubernetes.json";
            case ".pre-commit-config.yaml" -> "own/pre-commit-config.json";
            case ".pre-commit-hooks.yaml" -> "own/pre-commit-hooks.json";
            default -> throw new AssertionError("no schema is known for " + file);
        };
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMAS.resolve(schema)), InputFormat.JSON)
                .validate(json(document), InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static String json(Object document) throws JsonProcessingException {
        return new ObjectMapper().writeValueAsString(document);
    }
}
