package dev.tagdrift.history;

import static dev.tagdrift.history.Sightings.PYTHON;
import static dev.tagdrift.history.Sightings.digest;
import static dev.tagdrift.history.Sightings.night;
import static dev.tagdrift.history.Sightings.python;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.tagdrift.history.HistoryReading.Present;
import dev.tagdrift.history.HistoryReading.Reason;
import dev.tagdrift.history.HistoryReading.Rejected;
import dev.tagdrift.image.OsRelease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryCodecTest {
    private static final String LINE = HistoryCodec.line(python("a", "2025-01-01"));

    private static HistoryReading read(String text) {
        return HistoryCodec.read(text.getBytes(UTF_8));
    }

    private static Sighting full(String os) {
        return new Sighting(
                PYTHON, digest("a"), night("2025-08-12"), OsRelease.parse(os), Optional.of(night("2025-08-11")));
    }

    @Test
    void readsWhatItWrites() {
        Sighting full = full("debian 13 (trixie)");
        assertThat(full.os()).isPresent();
        assertThat(read(LINE)).isEqualTo(new Present(History.of(List.of(python("a", "2025-01-01"))), List.of(), true));
        assertThat(read(HistoryCodec.line(full))).isEqualTo(new Present(History.of(List.of(full)), List.of(), true));
    }

    @Test
    void doesWithoutFactsThatAreNone() {
        String line = HistoryCodec.line(full("debian 13 (trixie)"))
                .replace("debian 13", "De\\u001b[31mbian")
                .replace("2025-08-11T03:00:00Z", "yesterday");
        assertThat(read(line)).isEqualTo(new Present(History.of(List.of(python("a", "2025-08-12"))), List.of(), true));
    }

    @Test
    void writesWhatTheSchemaTells() throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("docs/reference/history.schema.json")), InputFormat.JSON);
        for (String line : List.of(LINE, HistoryCodec.line(full("debian 13 (trixie)")))) {
            assertThat(schema.validate(line, InputFormat.JSON)).isEmpty();
            assertThat(schema.validate(line.replace("sha256:", "sha256:0"), InputFormat.JSON))
                    .isNotEmpty();
            assertThat(schema.validate(line.replace("\"version\":1", "\"version\":2"), InputFormat.JSON))
                    .isNotEmpty();
        }
    }

    @Test
    void leavesWhatItDoesNotKnowToNewerVersions() {
        String newer = LINE.replace("\"image\"", "\"more\":{\"deep\":[1,{\"when\":0}]},\"image\"");
        assertThat(read("\r\n" + newer.replace("\n", "\r\n") + "\n"))
                .isEqualTo(new Present(History.of(List.of(python("a", "2025-01-01"))), List.of(), true));
        assertThat(read(LINE + LINE.replace("\"version\":1", "\"version\":2")))
                .isEqualTo(new Rejected(Reason.NEWER, 2));
    }

    @Test
    void takesEveryBeginningOfALineForOneThatWasCutShort() {
        for (int length = 1; length < LINE.length() - 1; length++) {
            assertThat(read(LINE + LINE.substring(0, length)))
                    .isEqualTo(new Present(History.of(List.of(python("a", "2025-01-01"))), List.of(2), false));
        }
        Sighting after = python("b", "2025-01-02");
        assertThat(read(LINE + LINE.substring(0, 40) + "\n" + HistoryCodec.line(after)))
                .isEqualTo(new Present(History.of(List.of(python("a", "2025-01-01"), after)), List.of(2), true));
    }

    @Test
    void needsNoEndOfTheLastLine() {
        assertThat(read(LINE.strip()))
                .isEqualTo(new Present(History.of(List.of(python("a", "2025-01-01"))), List.of(), false));
        assertThat(read("")).isEqualTo(new Present(History.EMPTY, List.of(), true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "hello\n",
                "[]\n",
                "{}\n",
                "null\n",
                "\"version\"\n",
                "{\"version\":1}\n",
                "{\"version\":\"\",\"image\":\"x\"}\n",
                "{\"date\":\"2025-01-01\",\"tag\":\"python:3\"}\n",
                "<<<<<<< HEAD\n",
                "\0\0\0\0",
                "version: 1\nimages: {}\n"
            })
    void refusesTheFileOfAnotherTool(String text) {
        assertThat(read(text)).isEqualTo(new Rejected(Reason.FOREIGN, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"image\":\"docker.io/library/python:3.12-slim\"->\"image\":\"python:3.12-slim\"",
                "\"image\"->\"picture\"",
                "sha256:->sha256:0",
                "2025-01-01T03:00:00Z->yesterday",
                "2025-01-01T03:00:00Z->2025-01-01",
                "2025-01-01T03:00:00Z->+12025-01-01T03:00:00Z",
                "2025-01-01T03:00:00Z->-2025-01-01T03:00:00Z",
                "}->} {}",
                "\"when\"->\"digest\":\"\",\"when\""
            })
    void isStrictInWhatItNeeds(String change) {
        String[] parts = change.split("->", -1);
        String bad = LINE.replace(parts[0], parts[1]);
        assertThat(bad).isNotEqualTo(LINE);
        HistoryReading reading = read(LINE + bad);
        if (change.contains("digest\":\"\"")) {
            assertThat(reading)
                    .isInstanceOfSatisfying(
                            Present.class,
                            present -> assertThat(present.cutLines()).containsExactly(2));
        } else {
            assertThat(reading).isEqualTo(new Rejected(Reason.FOREIGN, 2));
        }
    }

    @Test
    void reachesTheEndOfALongLine() {
        assertThat(read("{\"version\":1,\"more\":\"" + "x".repeat(1 << 20) + "\"}\n" + LINE))
                .isEqualTo(new Rejected(Reason.FOREIGN, 1));
        assertThat(read("{\"version\":1,\"more\":" + "[".repeat(2_000)))
                .isInstanceOfSatisfying(
                        Present.class, present -> assertThat(present.cutLines()).containsExactly(1));
    }
}
