package dev.tagdrift.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.tagdrift.dockerfile.DockerfileProblem;
import dev.tagdrift.drift.Finding;
import dev.tagdrift.explain.Cause;
import dev.tagdrift.resolve.ResolutionFailure;
import dev.tagdrift.source.ScanProblem;
import dev.tagdrift.testing.Approved;
import dev.tagdrift.testing.EveryFinding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each format makes of everything that can be found, as somebody has read and approved it. */
class FormatsTest {
    private static final Message STOPPED = Wording.lockfileBusy("lockfiles/base-images.lock.json");

    static Stream<Arguments> formats() {
        return Stream.of(
                format("md", bulletin -> Markdown.of(bulletin, Markdown.COMMENT)),
                format("sarif", Sarif::of),
                format("junit.xml", JUnitXml::of),
                format("github.txt", GitHubAnnotations::of),
                format("gitlab.json", GitLabQuality::of));
    }

    private static Arguments format(String suffix, Function<Bulletin, String> format) {
        return Arguments.of(suffix, format);
    }

    @Test
    void codeQualityTellsWhatWeighsMostBesideTheSentence() {
        String moved = GitLabQuality.of(Bulletin.of(
                List.of(new Message(
                        Kind.DRIFT,
                        Id.TAG_MOVED,
                        "Dockerfile:1",
                        "it names another image now",
                        List.of(Message.Fact.of("os", "debian 11 -> debian 12"), Message.Fact.of("locked", "x")),
                        List.of())),
                "",
                ExitCode.DRIFT));
        assertThat(moved).contains("\"description\": \"it names another image now (os: debian 11 -> debian 12)\"");
    }

    @Test
    void areHeldAgainstEachThingThatCanBeFound() {
        Report report = EveryFinding.report();
        List<Object> found = new ArrayList<>();
        report.images().forEach(image -> {
            found.addAll(image.findings());
            found.addAll(image.failures());
        });
        report.inventory().problems().forEach(problem -> {
            found.add(problem);
            if (problem instanceof ScanProblem.InDockerfile inFile) {
                found.add(inFile.problem());
            }
        });
        Set<?> types = found.stream().map(Object::getClass).collect(Collectors.toSet());
        List<Class<?>> all = Stream.of(
                        Finding.class, ResolutionFailure.class, ScanProblem.class, DockerfileProblem.class)
                .flatMap(FormatsTest::records)
                .toList();
        assertThat(types).hasSize(all.size()).isEqualTo(Set.copyOf(all));
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(FormatsTest::records)
                : Stream.of(type);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void tellsEverything(String suffix, Function<Bulletin, String> format) {
        Approved.verify("formats/every-finding." + suffix, format.apply(Bulletin.of(EveryFinding.report())));
    }

    @Test
    void areHeldAgainstEachCauseThereIs() {
        Set<Cause> causes = Bulletin.of(EveryFinding.report()).entries().stream()
                .flatMap(entry -> entry.cause().stream())
                .collect(Collectors.toSet());
        assertThat(causes).isEqualTo(EnumSet.complementOf(EnumSet.of(Cause.UNCHANGED)));
    }

    @Test
    void tellsEverythingToAPerson() {
        TextRenderer renderer = new TextRenderer(false, 100);
        Bulletin bulletin = Bulletin.of(EveryFinding.report());
        Approved.verify(
                "formats/every-finding.txt",
                bulletin.messages().stream()
                                .flatMap(message -> renderer.lines(message).stream())
                                .collect(Collectors.joining("\n", "", "\n"))
                        + bulletin.summary() + "\n");
    }

    @Test
    void tellsEverythingToPrograms() throws IOException {
        String json = CheckJson.of(EveryFinding.report(), ExitCode.DRIFT);
        Approved.verify("formats/every-finding.json", json);
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Files.readString(Path.of("docs/reference/check.schema.json")), InputFormat.JSON)
                        .validate(json, InputFormat.JSON))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void tellsAMissingLockfile(String suffix, Function<Bulletin, String> format) {
        Approved.verify("formats/no-lockfile." + suffix, format.apply(Bulletin.of(EveryFinding.withoutLockfile())));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void tellsWhyNothingCouldBeDone(String suffix, Function<Bulletin, String> format) {
        Bulletin bulletin = Bulletin.of(List.of(STOPPED), "", ExitCode.ERROR);
        Approved.verify("formats/stopped." + suffix, format.apply(bulletin));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void writesTheSameTwice(String suffix, Function<Bulletin, String> format) {
        assertThat(format.apply(Bulletin.of(EveryFinding.report())))
                .as(suffix)
                .isEqualTo(format.apply(Bulletin.of(EveryFinding.report())));
    }
}
