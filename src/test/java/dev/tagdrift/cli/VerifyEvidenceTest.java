package dev.tagdrift.cli;

import static dev.tagdrift.testing.Attested.material;
import static dev.tagdrift.testing.Attested.slsa02;
import static dev.tagdrift.testing.Attested.slsa1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.image.Digest;
import dev.tagdrift.testing.Attested;
import dev.tagdrift.testing.CommandRun;
import dev.tagdrift.testing.FakeEngine.Held;
import dev.tagdrift.testing.Images;
import dev.tagdrift.testing.Resolved;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told about the base of a pushed image, apart from its layers, never changes what the layers tell. */
class VerifyEvidenceTest {
    private static final String V02 = "https://slsa.dev/provenance/v0.2";
    private static final String V1 = "https://slsa.dev/provenance/v1";
    private static final String PYTHON = "pkg:docker/python@3.12-slim?platform=linux%2Famd64";
    private static final String SYNTAX = material("pkg:docker/docker/dockerfile@1", Resolved.digest("syntax"));
    private static final Digest AMD64 = Images.index("bullseye").digest(Resolved.platform("linux/amd64"));
    private static final Digest OTHER = Resolved.digest("other");

    @AutoClose
    private BuiltProject built;

    @BeforeEach
    void lockOneImage(@TempDir Path folder) throws IOException {
        built = BuiltProject.in(folder);
    }

    private static Attested app(String base) {
        return app(base, Map.of());
    }

    private static Attested app(String base, Map<String, String> annotations) {
        return Attested.of(BuiltProject.app("linux/amd64", base, "app"), annotations);
    }

    private static Map<String, String> annotated(Digest base) {
        return Map.of(
                "org.opencontainers.image.base.name",
                BuiltProject.NAME,
                "org.opencontainers.image.base.digest",
                base.toString());
    }

    private CommandRun verify(Attested image, String... more) {
        return verify(image, Map.of(), more);
    }

    private CommandRun verify(Attested image, Map<String, String> ofIndex, String... more) {
        built.registry().push("team/app", "1", image.in(ofIndex));
        return built.verify("registry:" + built.registry().reference("team/app:1"), more);
    }

    @Test
    void provenanceThatAgreesIsToldBesideTheVerdict() {
        String base = material(PYTHON, built.locked());
        built.approve("provenance-as-locked", verify(app("bullseye").with(V02, slsa02(SYNTAX, base))));
        assertThat(verify(app("bullseye").with(V1, slsa1(SYNTAX, base))).out()).contains("(provenance: as locked)");
    }

    @Test
    void digestOfThePlatformIsThatOfTheBaseToo() {
        assertThat(verify(app("bullseye").with(V1, slsa1(material(PYTHON, AMD64))))
                        .out())
                .contains("as locked)");
        assertThat(verify(app("bullseye", annotated(AMD64))).out()).contains("as locked)");
    }

    /** Neither a digest in the file nor a lockfile of other platforms tells which image of the index is the base. */
    @Test
    void digestOfPlatformThatNobodyRecordedIsThatOfTheBaseToo() throws IOException {
        built.files().file("Dockerfile", "FROM python@" + built.locked());
        assertOnlyTheBaseIsTheBase("as pinned)", "not the pinned digest");
        built.files().file("Dockerfile", "FROM python:3.12-slim");
        Files.delete(built.files().root().resolve("lockfiles/base-images.lock.json"));
        built.files().done("lock", "--platform", "linux/arm64");
        assertOnlyTheBaseIsTheBase("as locked)", "not the locked digest");
    }

    private void assertOnlyTheBaseIsTheBase(String same, String other) {
        assertThat(verify(app("bullseye", annotated(AMD64))).out()).contains(same);
        assertThat(verify(app("bullseye").with(V1, slsa1(material(PYTHON, AMD64))))
                        .out())
                .contains(same);
        assertThat(verify(app("bullseye", annotated(OTHER))).out()).contains(other, "base-disputed");
    }

    /** The engine tells the layers of the base, and not which of the images in the index it is. */
    @Test
    void whatIsNotKnownIsNotDisputed() throws IOException {
        built.files().file("Dockerfile", "FROM python@" + built.locked());
        built.engine().hold(Held.of("bullseye"), "docker.io/library/python@" + built.locked());
        CommandRun run = verify(app("bullseye", annotated(AMD64)).with(V1, slsa1(material(PYTHON, AMD64))));
        built.approve("perhaps-as-pinned", run);
        assertThat(verify(
                                app("bullseye", annotated(AMD64)).with(V1, slsa1(material(PYTHON, AMD64))),
                                "--format",
                                "json")
                        .out())
                .contains("\"provenance\": \"unknown\"", "\"disputed\": false");
    }

    @Test
    void provenanceThatContradictsTheLayersIsDisputed() {
        CommandRun run = verify(app("bullseye").with(V1, slsa1(material(PYTHON, OTHER))));
        built.approve("provenance-disputed", run);
        built.approve(
                "provenance-disputed-json",
                verify(app("bullseye").with(V1, slsa1(material(PYTHON, OTHER))), "--format", "json"));
    }

    @Test
    void provenanceThatNamesTheLockedBaseSavesNoImageFromItsLayers() {
        built.approve("provenance-lies", verify(app("alpine").with(V1, slsa1(material(PYTHON, built.locked())))));
    }

    @Test
    void provenanceLeadsToTheDigestThatTheLayersProve() {
        Digest older = built.registry().push("library/python", "older", Images.index("older"));
        CommandRun run = verify(app("older").with(V1, slsa1(material(PYTHON, older))));
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("built from  " + older.abbreviated(), "not the locked digest")
                .doesNotContain("base-disputed");
    }

    @Test
    void baseThatIsNotListedIsTold() {
        CommandRun run = verify(app("bullseye").with(V1, slsa1(SYNTAX)));
        assertThat(run.exitCode()).isEqualTo(0);
        assertThat(run.out())
                .contains("(provenance: does not list python:3.12-slim among its 1 image)")
                .doesNotContain("base-disputed");
    }

    @Test
    void provenanceOfAnotherPlatformOrTagSaysNothingAboutTheBase() {
        for (String uri : List.of(
                "pkg:docker/python@3.12-slim?platform=linux%2Farm64",
                "pkg:docker/python@3.11-slim", "pkg:docker/example.com/python@3.12-slim")) {
            assertThat(verify(app("bullseye").with(V1, slsa1(material(uri, OTHER))))
                            .out())
                    .contains("does not list python:3.12-slim");
        }
    }

    @Test
    void provenanceThatCannotBeReadIsTold() {
        for (String statement : List.of("{", "[]", "{\"predicate\":{}}", slsa1() + "{", "nonsense")) {
            CommandRun run = verify(app("bullseye").with(V1, statement));
            assertThat(run.exitCode()).isEqualTo(0);
            assertThat(run.out()).contains("(provenance: there is one, and it makes no sense)");
        }
    }

    @Test
    void statementOfAnotherKindIsNotAsked() {
        assertThat(verify(app("bullseye").with("https://spdx.dev/Document", slsa1(material(PYTHON, OTHER))))
                        .out())
                .doesNotContain("provenance");
    }

    @Test
    void annotationsOfManifestAndIndexAreHeldAgainstTheLock() {
        built.approve("annotated", verify(app("bullseye", annotated(built.locked()))));
        assertThat(verify(app("bullseye"), annotated(built.locked())).out()).contains("(annotated: as locked)");
        built.approve("annotated-disputed", verify(app("bullseye", annotated(OTHER)), annotated(built.locked())));
    }
}
