package dev.tagdrift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.tagdrift.testing.CommandRun;
import dev.tagdrift.testing.FakeRegistry;
import dev.tagdrift.testing.Images;
import dev.tagdrift.testing.TempWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody decided to live with. */
class IgnoreTest {
    @AutoClose
    private FakeRegistry registry;

    private TempWorkspace project;

    @BeforeEach
    void moveOneOfTwo(@TempDir Path folder) throws IOException {
        registry = FakeRegistry.start();
        registry.push("library/alpine", "edge", Images.index("one"));
        registry.push("library/node", "20-alpine", Images.index("node"));
        project = TempWorkspace.of(folder, registry)
                .file("tools/Dockerfile", "FROM alpine:edge")
                .file("web/Dockerfile", "FROM node:20-alpine")
                .done("lock");
        registry.move("library/alpine", "edge", Images.index("two"));
    }

    private static List<String> withDay(String... ignore) {
        List<String> lines = new ArrayList<>(List.of(ignore));
        if (lines.stream().noneMatch(line -> line.startsWith("until"))) {
            lines.add("until: 2999-12-31");
        }
        return lines;
    }

    private CommandRun check(String... ignore) {
        String mirror = "registries: { docker.io: { mirror: 'http://%s' } }".formatted(registry.host());
        project.file("tagdrift.yaml", mirror, "ignore:", "  - " + String.join("\n    ", withDay(ignore)));
        return project.run("check");
    }

    @Test
    void whatIsIgnoredIsShownAndDoesNotFail() {
        CommandRun run =
                check("image: 'docker.io/library/alpine:edge'", "reason: rolling on purpose", "until: 2999-01-31");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("note[tag-moved]: `alpine:edge`")
                .containsPattern("ignored +until 2999-01-31: rolling on purpose");
    }

    @Test
    void whatIsOverCountsAgainAndSaysSo() {
        CommandRun run = check("image: alpine:edge", "until: 2020-01-31");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("drift[tag-moved]").containsPattern("ignored +until 2020-01-31, which is over");
    }

    @ParameterizedTest
    @CsvSource({
        "image: alpine:*, 0",
        "image: docker.io/library/*, 0",
        "image: 'docker.io/**', 0",
        "image: docker.io/*, 1",
        "image: '**:edge', 0",
        "image: node:*, 1",
        "file: tools/Dockerfile, 0",
        "file: '**/Dockerfile', 0",
        "file: web/*, 1"
    })
    void patterns(String pattern, int exitCode) {
        assertThat(check(pattern).exitCode()).isEqualTo(exitCode);
    }

    @Test
    void fileThatIsNotIgnoredCounts() {
        project.file("other/Dockerfile", "FROM alpine:edge");
        assertThat(check("file: tools/*").exitCode()).isEqualTo(1);
    }

    @Test
    void onlyTheNamedFindingsAreHidden() {
        assertThat(check("image: alpine:edge", "findings: [tag-vanished]").exitCode())
                .isEqualTo(1);
        project.file("new/Dockerfile", "FROM redis:7");
        assertThat(check("image: '**'").exitCode()).isEqualTo(1);
        assertThat(check("image: '**'", "findings: [tag-moved, not-locked]").exitCode())
                .isZero();
    }

    @Test
    void couldNotLookIsHiddenOnlyByName() {
        registry.failWith(403, 999);
        assertThat(check("image: '**'").exitCode()).isEqualTo(3);
        assertThat(check("image: '**'", "findings: [unreachable]").exitCode()).isEqualTo(3);
        CommandRun run = check("image: '**'", "findings: [denied]", "reason: known");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("note[denied]").containsPattern("ignored +until 2999-12-31: known");
        assertThat(run.err()).contains("2 could not be checked");
    }

    @Test
    void whatMatchesNothingWarns() {
        CommandRun run = check("image: alpne:edge");
        assertThat(run.out()).contains("warning[unmatched-ignore]: the `ignore` in line 3", "`alpne:edge`");
        assertThat(project.run("check", "web").out()).doesNotContain("unmatched-ignore");
    }

    @Test
    void ignoredIsLockedAllTheSame() {
        check("image: alpine:edge");
        project.done("lock", "--upgrade");
        assertThat(project.run("check").out()).isEmpty();
    }

    @Test
    void jsonTellsIt() throws IOException {
        check("image: alpine:edge", "reason: rolling", "until: 2999-01-31");
        String json = project.run("check", "--format", "json").out();
        assertThat(json).contains("\"until\": \"2999-01-31\"", "\"reason\": \"rolling\"", "\"fails\": false");
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("docs/reference/check.schema.json")), InputFormat.JSON);
        assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
    }
}
