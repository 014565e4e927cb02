package dev.tagdrift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.tagdrift.image.Digest;
import dev.tagdrift.testing.Approved;
import dev.tagdrift.testing.CommandRun;
import dev.tagdrift.testing.FakeRegistry;
import dev.tagdrift.testing.Images;
import dev.tagdrift.testing.TempWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JSON of a check keeps the shape that docs/reference/check.schema.json promises. */
class CheckJsonTest {
    private static void assertValid(String json) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("docs/reference/check.schema.json")), InputFormat.JSON);
        assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
    }

    @Test
    void hasAPlaceForEverythingThatACheckFinds(@TempDir Path folder) throws IOException {
        try (FakeRegistry registry = FakeRegistry.start()) {
            registry.push("library/python", "3.12-slim", Images.index("bullseye"));
            registry.push("library/node", "20", Images.index("alpine"));
            registry.push("library/redis", "7", Images.index("redis"));
            registry.push("library/ruby", "3", Images.single("ruby"));
            Digest gone = registry.push("library/golang", "1.22", Images.index("golang"));
            TempWorkspace project = TempWorkspace.of(folder, registry)
                    .file(
                            "a/Dockerfile",
                            "FROM python:3.12-slim",
                            "FROM " + registry.reference("library/node:20"),
                            "FROM " + registry.reference("library/golang:1.22"))
                    .file("b/Dockerfile", "FROM ruby:3", "FROM redis:7")
                    .done("lock");
            registry.move("library/python", "3.12-slim", Images.index("bookworm"));
            registry.move("library/golang", "1.22", Images.index("golang 2"));
            registry.deleteManifest("library/golang", gone);
            registry.deleteTag("library/node", "20");
            project.file("b/Dockerfile", "FROM ruby:3", "FROM php:8", "FROM acme/private@" + gone, "FROM ${X}");
            CommandRun run = project.run("check", "--format", "json");
            Approved.verify("check/json", run, registry, project);
            assertValid(run.out());
        }
    }

    @Test
    void keepsItsShapeWithoutALockfileAndOffline(@TempDir Path folder) throws IOException {
        try (FakeRegistry registry = FakeRegistry.start()) {
            TempWorkspace project = TempWorkspace.of(folder, registry).file("Dockerfile", "FROM python:3.12-slim");
            assertValid(project.run("check", "--format", "json").out());
            assertValid(project.run("report", "--offline", "--format", "json").out());
        }
    }

    @Test
    void replacesWhatAnEarlierRunSaidWhereItCannotDoItsWork(@TempDir Path folder) throws IOException {
        try (FakeRegistry registry = FakeRegistry.start()) {
            registry.push("library/python", "3.12-slim", Images.index("bullseye"));
            TempWorkspace project = TempWorkspace.of(folder, registry)
                    .file("Dockerfile", "FROM python:3.12-slim")
                    .done("lock")
                    .done("check", "--output", "found.json")
                    .file("lockfiles/base-images.lock.json", "no lockfile");
            CommandRun run = project.run("check", "--format", "json", "--output", "found.json");
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.out()).contains("lockfile-malformed").isEqualTo(project.read("found.json"));
            assertValid(run.out());
        }
    }

    /** One file is enough to check one document against, so both schemas tell it. */
    @Test
    void explainsAsExplainDoes() throws IOException {
        ObjectMapper json = new ObjectMapper();
        JsonNode check =
                json.readTree(Path.of("docs/reference/check.schema.json").toFile());
        JsonNode explain =
                json.readTree(Path.of("docs/reference/explain.schema.json").toFile());
        ObjectNode explanation = (ObjectNode) explain.get("properties");
        explanation.remove(List.of("exitCode", "locked", "current", "problems", "verdict"));
        assertThat(((ObjectNode) check.at("/$defs/explanation/properties"))
                        .without("verdict")
                        .toString())
                .isEqualTo(explanation.toString());
        for (String part : List.of("image", "package", "version", "count")) {
            assertThat(check.at("/$defs/" + part)).isEqualTo(explain.at("/$defs/" + part));
        }
    }
}
