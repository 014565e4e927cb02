package dev.tagdrift.lockfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.image.Digest;
import dev.tagdrift.lockfile.LockfileProblem.Conflict;
import dev.tagdrift.lockfile.LockfileProblem.Flaw;
import dev.tagdrift.lockfile.LockfileProblem.Malformed;
import dev.tagdrift.lockfile.LockfileProblem.UnknownVersion;
import dev.tagdrift.lockfile.LockfileReading.Rejected;
import dev.tagdrift.testing.Resolved;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LockfileRejectionTest {
    private static final Digest DIGEST = Resolved.digest("a");

    /** Line by line, so that the tests can say in which one the flaw is. */
    private static final List<String> GOOD = List.of(
            "{",
            "  'version': 1,",
            "  'images': {",
            "    'docker.io/library/python:3.12-slim': {",
            "      'digest': '" + DIGEST + "',",
            "      'mediaType': 'application/vnd.oci.image.index.v1+json',",
            "      'created': '2025-08-05T21:43:51Z',",
            "      'platforms': {",
            "        'linux/amd64': '" + DIGEST + "'",
            "      }",
            "    }",
            "  }",
            "}");

    @Test
    void theGoodOneIsGood() {
        assertThat(LockfileCodec.read(json(GOOD.stream()))).isInstanceOf(LockfileReading.Present.class);
    }

    @Test
    void aKeyStandsThereOnce() {
        assertFlaw(2, "  'version': 1, 'version': 1,", 2, Flaw.DUPLICATE_KEY, "version");
        assertFlaw(12, "  },\n  'images': {}", 13, Flaw.DUPLICATE_KEY, "images");
        assertFlaw(7, "      'os': '1',\n      'os': '1',", 8, Flaw.DUPLICATE_KEY, "os");
        assertFlaw(
                9,
                "        'linux/amd64': '" + DIGEST + "',\n        'linux/amd64': '" + DIGEST + "'",
                10,
                Flaw.DUPLICATE_KEY,
                "linux/amd64");
        assertFlaw(
                11,
                "    },\n    'docker.io/library/python:3.12-slim': {}",
                12,
                Flaw.DUPLICATE_KEY,
                "docker.io/library/python:3.12-slim");
    }

    @Test
    void anUnknownKeyIsNamedWithThoseThatAreKnown() {
        assertFlaw(2, "  'version': 1, 'comment': {},", 2, Flaw.UNKNOWN_KEY, "comment");
        assertFlaw(7, "      'Created': '2025-08-05T21:43:51Z',", 7, Flaw.UNKNOWN_KEY, "Created");
        assertThat(problem(7, "      'size':\n\n\n 7,"))
                .isEqualTo(new Malformed(
                        7, Flaw.UNKNOWN_KEY, "size", Optional.of("digest, mediaType, os, created, platforms")));
    }

    @Test
    void aDigestIsFullAndInLowerCase() {
        assertFlaw(5, "'digest': 'sha256:abcdef123456',", 5, Flaw.BAD_DIGEST, "sha256:abcdef123456");
        String upper = "sha256:" + "A".repeat(64);
        assertFlaw(5, "'digest': '" + upper + "',", 5, Flaw.BAD_DIGEST, upper);
        assertFlaw(9, "'linux/amd64': ''", 9, Flaw.BAD_DIGEST, "");
        assertFlaw(9, "'linux/amd64': 'md5:1'", 9, Flaw.BAD_DIGEST, "md5:1");
    }

    @Test
    void aValueHasItsType() {
        assertFlaw(2, "'version': '1',", 2, Flaw.WRONG_TYPE, "version");
        assertFlaw(2, "'version': 1.0,", 2, Flaw.WRONG_TYPE, "version");
        assertFlaw(2, "'version': null,", 2, Flaw.WRONG_TYPE, "version");
        assertFlaw(2, "'version': {},", 2, Flaw.WRONG_TYPE, "version");
        assertFlaw(5, "'digest': 7,", 5, Flaw.WRONG_TYPE, "digest");
        assertFlaw(6, "'mediaType': null,", 6, Flaw.WRONG_TYPE, "mediaType");
        assertFlaw(7, "'created': 1754430231,", 7, Flaw.WRONG_TYPE, "created");
        assertFlaw(7, "'os': ['debian'],", 7, Flaw.WRONG_TYPE, "os");
        assertFlaw(9, "'linux/amd64': {}", 9, Flaw.WRONG_TYPE, "linux/amd64");
        assertThat(read("{'version': 1, 'images': []}")).isEqualTo(flaw(1, Flaw.WRONG_TYPE, "images", "an object"));
        assertThat(read("{'version': 1, 'images': {\n'docker.io/library/a:1': 7}}"))
                .isEqualTo(flaw(2, Flaw.WRONG_TYPE, "docker.io/library/a:1", "an object"));
        assertThat(read("[1]")).isEqualTo(flaw(1, Flaw.WRONG_TYPE, "the lockfile", "an object"));
    }

    @Test
    void aKeyThatIsNeededIsThere() {
        assertFlaw(2, "", 13, Flaw.MISSING_KEY, "version");
        assertFlaw(5, "", 4, Flaw.MISSING_KEY, "digest");
        assertFlaw(6, "", 4, Flaw.MISSING_KEY, "mediaType");
    }

    @Test
    void imagesAreThereEvenIfThereAreNone() {
        assertThat(read("{\n'version': 1\n}"))
                .isEqualTo(new Malformed(3, Flaw.MISSING_KEY, "images", Optional.empty()));
    }

    @Test
    void aNameIsCanonicalAndHasATag() {
        for (String name : List.of(
                "python:3.12-slim",
                "library/python:3.12-slim",
                "docker.io/python:3.12-slim",
                "index.docker.io/library/python:3.12-slim",
                "docker.io/library/python",
                "docker.io/library/python@" + DIGEST,
                "docker.io/library/python:3.12-slim@" + DIGEST,
                "docker.io/library/Python:3.12-slim",
                "")) {
            assertFlaw(4, "    '" + name + "':\n {", 4, Flaw.BAD_REFERENCE, name);
        }
    }

    @Test
    void aPlatformIsInItsUsualForm() {
        assertFlaw(9, "'linux/arm64/v8': '" + DIGEST + "'", 9, Flaw.BAD_PLATFORM, "linux/arm64/v8");
        assertFlaw(9, "'Linux/amd64':\n '" + DIGEST + "'", 9, Flaw.BAD_PLATFORM, "Linux/amd64");
        assertFlaw(9, "'amd64': '" + DIGEST + "'", 9, Flaw.BAD_PLATFORM, "amd64");
        assertThat(problem(9, "'linux/aarch64': '" + DIGEST + "'"))
                .isEqualTo(flaw(9, Flaw.BAD_PLATFORM, "linux/aarch64", "linux/arm64"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2025-08-05", "2025-08-05T21:43:51", "2025-02-30T00:00:00Z", ""})
    void aTimeIsATime(String time) {
        assertFlaw(7, "'created': '" + time + "',", 7, Flaw.BAD_TIME, time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-08-05T21:43:51.5Z", "2025-08-05T23:43:51+02:00", "2025-08-05T21:43Z"})
    void aTimeIsInTheFormThatIsWritten(String time) {
        assertFlaw(7, "'created': '" + time + "',", 7, Flaw.BAD_TIME, time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text/html",
                "application/vnd.oci.image.index.v1+json; charset=utf-8",
                "APPLICATION/JSON",
                "index"
            })
    void aMediaTypeIsThatOfAnImage(String type) {
        assertFlaw(6, "'mediaType': '" + type + "',", 6, Flaw.WRONG_TYPE, "mediaType");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "0", "-1", "99999999999999999999999999"})
    void aVersionOfTheFutureIsNamedWhateverElseThereIs(String version) {
        assertThat(read("{'a':[{}],\n'version':" + version + ",\n'b':[[[]]],'images':7}"))
                .isEqualTo(new UnknownVersion(2, version));
        assertThat(read("{'version':" + version + " and then no JSON at all"))
                .isEqualTo(new UnknownVersion(1, version));
    }

    @Test
    void conflictMarkersAreNamedWithTheirLines() {
        String text = "{\n<<<<<<< ours\n  1\n||||||| base\n  2\n=======\n  3\n>>>>>>> theirs\n}\n";
        assertThat(read(text)).isEqualTo(new Conflict(List.of(2, 4, 6, 8)));
        assertThat(read(text.replace("\n", "\r\n"))).isEqualTo(new Conflict(List.of(2, 4, 6, 8)));
        assertThat(read("\uFEFF<<<<<<<\n=======\n>>>>>>>")).isEqualTo(new Conflict(List.of(1, 2, 3)));
        assertThat(read("{\n=======\n>>>>>>> theirs\n}")).isEqualTo(new Conflict(List.of(2, 3)));
    }

    @Test
    void bracketsOfBothSidesAreNoMarker() {
        assertNotJson(2, "{\n<<<<>>> ours\n}");
    }

    @Test
    void aMarkerInsideAStringIsNone() {
        assertThat(LockfileCodec.read(
                        json(GOOD.stream()).replace("\"created\": \"2025-08-05T21:43:51Z\"", "\"os\": \"<<<<<<< a\"")))
                .isInstanceOf(LockfileReading.Present.class);
    }

    @Test
    void textWithoutAnythingIsEmpty() {
        for (String text : List.of("", " \n\t\r\n", "\uFEFF", "\uFEFF\n")) {
            assertThat(read(text)).isEqualTo(new Malformed(1, Flaw.EMPTY, "", Optional.empty()));
        }
    }

    @Test
    void whatIsNotJsonIsNamedByItsLine() {
        assertNotJson(1, "version: 1");
        assertNotJson(2, "{\n  // comment\n}");
        assertNotJson(4, json(GOOD.stream().limit(3)));
        assertNotJson(14, json(GOOD.stream()) + "}");
        assertNotJson(14, json(GOOD.stream()) + "{}");
        assertNotJson(14, json(GOOD.stream()) + "x");
        assertNotJson(3, "{'version': 1,\n'images': {},\n}");
        assertNotJson(1, "{'version': 01}");
        assertNotJson(1, "{'version': 1, 'images': NaN}");
    }

    @Test
    void depthIsAProblemAndNoOverflow() {
        assertThat(read("[".repeat(100_000))).isEqualTo(flaw(1, Flaw.WRONG_TYPE, "the lockfile", "an object"));
        assertNotJson(1, "{'version': 1, 'images': " + "[".repeat(100_000));
        assertNotJson(1, "{'a':".repeat(100_000));
    }

    @Test
    void lengthIsAProblemAndNoOverflow() {
        for (String part : List.of("a/", "a.", "a-", "a", "1:")) {
            String name = part.repeat(40_000 / part.length());
            assertThat(read("{'version': 1, 'images': {'docker.io/" + name + "a:1': {}}}"))
                    .isInstanceOfSatisfying(
                            Malformed.class,
                            problem -> assertThat(problem.flaw()).isEqualTo(Flaw.BAD_REFERENCE));
        }
        assertNotJson(1, "{'version': " + "9".repeat(100_000) + "}");
    }

    private static Malformed flaw(int line, Flaw flaw, String subject, String expected) {
        return new Malformed(line, flaw, subject, Optional.of(expected));
    }

    private static LockfileProblem problem(int line, String replacement) {
        List<String> lines = new ArrayList<>(GOOD);
        lines.set(line - 1, replacement);
        return read(json(lines.stream()));
    }

    private static void assertFlaw(int line, String replacement, int told, Flaw flaw, String subject) {
        assertThat(problem(line, replacement)).as(replacement).isInstanceOfSatisfying(Malformed.class, problem -> {
            assertThat(problem.flaw()).isEqualTo(flaw);
            assertThat(problem.subject()).isEqualTo(subject);
            assertThat(problem.line()).isEqualTo(told);
        });
    }

    private static void assertNotJson(int line, String text) {
        assertThat(read(text)).isInstanceOfSatisfying(Malformed.class, problem -> {
            assertThat(problem.flaw()).isEqualTo(Flaw.NOT_JSON);
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.subject()).isNotEmpty().doesNotContain("\n");
        });
    }

    private static LockfileProblem read(String text) {
        return ((Rejected) LockfileCodec.read(text.replace('\'', '"'))).problem();
    }

    private static String json(Stream<String> lines) {
        return lines.map(line -> line.replace('\'', '"') + "\n").reduce("", String::concat);
    }
}
