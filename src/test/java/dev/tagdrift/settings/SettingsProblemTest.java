package dev.tagdrift.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.settings.SettingsProblem.BadValue;
import dev.tagdrift.settings.SettingsProblem.DuplicateKey;
import dev.tagdrift.settings.SettingsProblem.Expected;
import dev.tagdrift.settings.SettingsProblem.Feature;
import dev.tagdrift.settings.SettingsProblem.Kind;
import dev.tagdrift.settings.SettingsProblem.MissingKey;
import dev.tagdrift.settings.SettingsProblem.NoValues;
import dev.tagdrift.settings.SettingsProblem.NotSupported;
import dev.tagdrift.settings.SettingsProblem.NotYaml;
import dev.tagdrift.settings.SettingsProblem.TooManyBuilds;
import dev.tagdrift.settings.SettingsProblem.UnknownKey;
import dev.tagdrift.settings.SettingsProblem.WrongType;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsProblemTest {
    private static final List<String> REGISTRY_KEYS =
            List.of("mirror", "fallback", "tls", "upstream", "ca-file", "max-parallel");
    private static final List<String> BUILD_KEYS = List.of("files", "platforms", "build-args", "build-contexts");

    private static List<SettingsProblem> problems(String text) {
        return switch (SettingsFile.read(text)) {
            case SettingsReading.Read read -> List.of();
            case SettingsReading.Rejected rejected -> rejected.problems();
        };
    }

    static Stream<Arguments> problems() {
        return Stream.of(
                row("registries: { docker.io: { miror: x } }", unknown("miror", "mirror", REGISTRY_KEYS)),
                row("builds: [{ files: a, flavour: x }]", unknown("flavour", "", BUILD_KEYS)),
                row("include: [a]\ninclude: [b]", new DuplicateKey(2, "include", 1)),
                row("builds:\n  - platforms: []\n", new MissingKey(2, "files")),
                row("builds:\n  - files: []\n", new NoValues(2, "files")),
                row("build-args: { X: [] }", new NoValues(1, "X")),
                row("- a\n- b", type("", Kind.MAPPING, Kind.LIST)),
                row("just words", type("", Kind.MAPPING, Kind.TEXT)),
                row("include: { a: b }", type("include", Kind.TEXT_OR_LIST, Kind.MAPPING)),
                row("include: [[a]]", type("include", Kind.TEXT, Kind.LIST)),
                row("include: [a,\n~, '',]", bad(2, "include", "", Expected.PATTERN)),
                row("build-args: [X]", type("build-args", Kind.MAPPING, Kind.LIST)),
                row("build-args: { X: }", type("X", Kind.TEXT_OR_LIST, Kind.NOTHING)),
                row("builds: { files: a }", type("builds", Kind.LIST, Kind.MAPPING)),
                row("builds: [a]", type("builds", Kind.MAPPING, Kind.TEXT), new MissingKey(1, "files")),
                row("fail-on: [os]", type("fail-on", Kind.TEXT, Kind.LIST)),
                row("? [a]\n: b", type("", Kind.TEXT, Kind.LIST)),
                row("fail-on: digset", near("fail-on", "digset", Expected.FAIL_ON, "digest")),
                row("fail-on: OS", bad(1, "fail-on", "OS", Expected.FAIL_ON)),
                row("platforms:\n- linux/amd64\n- linux\n", bad(3, "platforms", "linux", Expected.PLATFORM)),
                row("exclude: ['a[b']", bad(1, "exclude", "a[b", Expected.PATTERN)),
                row("build-args: { A=B: 1 }", bad(1, "A=B", "A=B", Expected.ARGUMENT_NAME)),
                row("registries: { a.b: { tls: yes } }", bad(1, "tls", "yes", Expected.TRUTH)),
                row("registries: { hub: {} }", bad(1, "hub", "hub", Expected.REGISTRY)),
                row(
                        "registries: { 'http://a.b': { tls: false } }",
                        bad(1, "http://a.b", "http://a.b", Expected.REGISTRY)),
                row("registries: { a.b/HUB: {} }", bad(1, "a.b/HUB", "a.b/HUB", Expected.REGISTRY)),
                row("registries: { a.b: { max-parallel: 0 } }", bad(1, "max-parallel", "0", Expected.NUMBER)),
                row("registries: { a.b: { ca-file: '' } }", bad(1, "ca-file", "", Expected.FILE)),
                row("registries: { a.b: { upstream: hub } }", bad(1, "upstream", "hub", Expected.REGISTRY)),
                row("registries: {docker.io: {},\nindex.docker.io: {}}", new DuplicateKey(2, "index.docker.io", 1)),
                row("registries: { a.b: { mirror: c.d } }", bad(1, "mirror", "c.d", Expected.WEB_ADDRESS)),
                row("registries: { a.b: { mirror: 'https://me:secret@c' } }", mirror("https://...@c")),
                row("registries: { a.b: { mirror: 'ftp://c' } }", mirror("ftp://c")),
                row("registries: { a.b: { mirror: 'https://c?d' } }", mirror("https://c?d")));
    }

    static Stream<Arguments> ignores() {
        return Stream.of(
                row("ignore: [{ image: a, until: 2027-02-30 }]", bad(1, "until", "2027-02-30", Expected.DATE)),
                row(
                        "ignore: [{ image: a, until: 2027-01-31, findings: moved }]",
                        bad(1, "findings", "moved", Expected.FINDING)),
                row(
                        "ignore: [{ image: ' ', until: 2027-01-31 }]",
                        bad(1, "image", " ", Expected.GLOB),
                        new MissingKey(1, "image", "file")),
                row("ignore: [{ reason: because }]", new MissingKey(1, "image", "file"), new MissingKey(1, "until")),
                row("ignore: [{ image: a }]", new MissingKey(1, "until")));
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                row("include: &a [x]\nexclude: *a", new NotSupported(2, Feature.ALIAS)),
                row("include: &a [*a]", new NotSupported(1, Feature.ALIAS)),
                row("include: !!set {a}", new NotSupported(1, Feature.TAG)),
                row("include: [!x y]", new NotSupported(1, Feature.TAG)),
                row("fail-on: os\n---\nfail-on: os", new NotSupported(2, Feature.SEVERAL_DOCUMENTS)),
                row("[".repeat(100_000), new NotSupported(1, Feature.DEEP_NESTING)),
                row("- ".repeat(100_000), new NotSupported(1, Feature.DEEP_NESTING)),
                row("a: " + "x".repeat(1 << 20), new NotSupported(1, Feature.SIZE)),
                row("\n\u0007", new NotYaml(2, "the character U+0007")));
    }

    private static Arguments row(String text, SettingsProblem... problems) {
        return Arguments.of(text, List.of(problems));
    }

    private static UnknownKey unknown(String key, String nearest, List<String> known) {
        return new UnknownKey(1, key, Optional.of(nearest).filter(word -> !word.isEmpty()), known);
    }

    private static WrongType type(String key, Kind expected, Kind found) {
        return new WrongType(1, key, expected, found);
    }

    private static BadValue bad(int line, String key, String value, Expected expected) {
        return new BadValue(line, key, value, expected, Optional.empty());
    }

    private static BadValue near(String key, String value, Expected expected, String nearest) {
        return new BadValue(1, key, value, expected, Optional.of(nearest));
    }

    private static BadValue mirror(String shown) {
        return bad(1, "mirror", shown, Expected.WEB_ADDRESS);
    }

    @ParameterizedTest
    @MethodSource({"problems", "ignores", "unreadable"})
    void problemsAreFacts(String text, List<SettingsProblem> expected) {
        assertThat(problems(text)).isEqualTo(expected);
    }

    @Test
    void topLevelKeysHaveNearMatches() {
        assertThat(problems("inclde: [a]")).singleElement().isInstanceOfSatisfying(UnknownKey.class, unknown -> {
            assertThat(unknown.nearest()).contains("include");
            assertThat(unknown.known()).contains("builds", "fail-on", "registries");
        });
    }

    @Test
    void notYamlNamesTheLine() {
        assertThat(problems("include:\n  - a\n b: ]\n"))
                .singleElement()
                .isInstanceOfSatisfying(
                        NotYaml.class, broken -> assertThat(broken.line()).isEqualTo(3));
    }

    @Test
    void everyProblemIsReportedByLine() {
        assertThat(problems("fail-on: x\nplatforms: [y]\ninclud: z\nbuilds: 1\n"))
                .extracting(SettingsProblem::line)
                .containsExactly(1, 2, 3, 4);
    }

    @Test
    void aMatrixIsBounded() {
        String ten = "[0,1,2,3,4,5,6,7,8,9]";

        assertThat(problems("build-args: { A: " + ten + ", B: " + ten + ", C: " + ten + "}"))
                .isEmpty();
        assertThat(problems("build-args: { A: " + ten + ", B: " + ten + ", C: " + ten + ", D: " + ten + "}"))
                .containsExactly(new TooManyBuilds(1, 1000));
    }

    @RepeatedTest(20)
    void anyTextIsReadOrRejected(RepetitionInfo repetition) {
        String alphabet = "include: builds platforms []{}-&*!|>'\"%@`#?,\n\n  \t\\~:\u0000\uFEFF\uD83D\u00e9";
        Random random = new Random(repetition.getCurrentRepetition());
        for (int i = 0; i < 500; i++) {
            String text = random.ints(random.nextInt(40), 0, alphabet.length())
                    .collect(StringBuilder::new, (b, c) -> b.append(alphabet.charAt(c)), StringBuilder::append)
                    .toString();
            assertThat(problems("include:\n" + text)).allMatch(problem -> problem.line() >= 1);
        }
    }
}
