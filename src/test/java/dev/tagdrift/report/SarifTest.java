package dev.tagdrift.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.tagdrift.testing.EveryFinding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written is SARIF, by the schema that its standard publishes. */
class SarifTest {
    private static final Schema SCHEMA = schema();

    private static Schema schema() {
        try (InputStream text = SarifTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(
                            new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8),
                            InputFormat.JSON);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static Stream<Bulletin> bulletins() {
        return Stream.of(
                Bulletin.of(EveryFinding.report()),
                Bulletin.of(EveryFinding.withoutLockfile()),
                Bulletin.of(EveryFinding.saying(InjectionTest.HOSTILE)),
                Bulletin.of(List.of(), "", ExitCode.OK),
                Bulletin.of(List.of(Wording.noFiles("here", List.of())), "", ExitCode.ERROR));
    }

    static JsonNode run(Bulletin bulletin) {
        try {
            return new ObjectMapper().readTree(Sarif.of(bulletin)).at("/runs/0");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @MethodSource("bulletins")
    void isValid(Bulletin bulletin) {
        assertThat(SCHEMA.validate(Sarif.of(bulletin), InputFormat.JSON)).isEmpty();
    }

    @Test
    void isHeldAgainstASchemaThatRefusesWhatIsNoSarif() {
        String sarif = Sarif.of(Bulletin.of(EveryFinding.report()));
        assertThat(SCHEMA.validate(sarif.replace("\"ruleId\"", "\"rule\""), InputFormat.JSON))
                .isNotEmpty();
        assertThat(SCHEMA.validate(sarif.replace("\"startLine\": 3", "\"startLine\": 0"), InputFormat.JSON))
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("bulletins")
    void hasWhatCodeScanningNeeds(Bulletin bulletin) {
        JsonNode run = run(bulletin);
        for (JsonNode result : run.at("/results")) {
            assertThat(result.at("/locations")).hasSize(1);
            assertThat(result.at("/partialFingerprints/tagdrift~1v1").asText()).hasSize(64);
            JsonNode rule =
                    run.at("/tool/driver/rules").get(result.at("/ruleIndex").asInt());
            assertThat(rule.at("/id")).isEqualTo(result.at("/ruleId"));
        }
        assertThat(run.at("/results").findValuesAsText("tagdrift/v1")).doesNotHaveDuplicates();
    }

    @Test
    void writesAFindingThatIsInNoFile() {
        Message message = new Message(Kind.DRIFT, Id.TAG_MOVED, "", "moved", List.of(), List.of());
        Entry entry = new Entry(Entry.Topic.FINDING, message, List.of(), List.of(), "", Optional.empty());
        Bulletin bulletin = new Bulletin(List.of(entry), List.of(), "", ExitCode.DRIFT);
        assertThat(SCHEMA.validate(Sarif.of(bulletin), InputFormat.JSON)).isEmpty();
        assertThat(run(bulletin).at("/results/0/locations")).isEmpty();
    }

    @Test
    void isSuccessfulOnlyIfEverythingWasLookedAt() {
        assertThat(run(Bulletin.of(EveryFinding.withoutLockfile()))
                        .at("/invocations/0/executionSuccessful")
                        .asBoolean())
                .isTrue();
        assertThat(run(Bulletin.of(EveryFinding.report()))
                        .at("/invocations/0/executionSuccessful")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void describesRulesInTheWordsOfTheDocumentation() throws IOException {
        String findings = Files.readString(Path.of("docs/reference/findings.md"));
        JsonNode rules = run(Bulletin.of(EveryFinding.report())).at("/tool/driver/rules");
        assertThat(rules).isNotEmpty();
        for (JsonNode rule : rules) {
            String id = rule.at("/id").asText();
            assertThat(findings)
                    .containsPattern("\\Q[" + id + "](ids/" + id + ".md) |\\E.*\\Q| "
                            + rule.at("/shortDescription/text").asText() + " |\\E");
        }
    }
}
