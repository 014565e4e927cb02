package dev.tagdrift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.tagdrift.demo.Content;
import dev.tagdrift.demo.ImageRecipe;
import dev.tagdrift.demo.RootTar;
import dev.tagdrift.demo.SyntheticImage;
import dev.tagdrift.image.Digest;
import dev.tagdrift.image.MediaType;
import dev.tagdrift.image.Platform;
import dev.tagdrift.testing.Approved;
import dev.tagdrift.testing.CommandRun;
import dev.tagdrift.testing.FakeRegistry;
import dev.tagdrift.testing.Images;
import dev.tagdrift.testing.TempWorkspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program says what changed between two images. */
class ExplainCommandTest {
    private static final String PYTHON = "library/python";
    private static final String TAG = "3.12-slim";

    @AutoClose
    private FakeRegistry registry;

    private TempWorkspace project;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        registry = FakeRegistry.start();
        project = TempWorkspace.of(folder, registry).file("Dockerfile", "FROM python:3.12-slim");
    }

    private static String installed(String name, String version) {
        return "Package: %s\nStatus: install ok installed\nArchitecture: amd64\nVersion: %s\n\n"
                .formatted(name, version);
    }

    private static SyntheticImage bullseye() {
        return image("11", "bullseye", "3.12.3", installed("libssl1.1", "1.1.1w") + installed("bash", "5.1"));
    }

    private static SyntheticImage bookworm() {
        return image("12", "bookworm", "3.12.4", installed("libssl3", "3.0.15") + installed("bash", "5.2"));
    }

    private static SyntheticImage image(String version, String codename, String python, String packages) {
        String release = "ID=debian\nVERSION_ID=%s\nVERSION_CODENAME=%s\n".formatted(version, codename);
        RootTar root = new RootTar().file("etc/os-release", release).file("var/lib/dpkg/status", packages);
        return SyntheticImage.single(ImageRecipe.of(Platform.LINUX_AMD64)
                .builtAt(Images.CREATED)
                .withVariable("PYTHON_VERSION", python)
                .withLayer(root.bytes(), "COPY . / # buildkit"));
    }

    @Test
    void aTagThatIsGoneIsKnownToBeWhereTheLockedImageAnswers() {
        String name = registry.reference(PYTHON + ":" + TAG);
        registry.push(PYTHON, TAG, bullseye());
        project.file("Dockerfile", "FROM " + name).done("lock");
        registry.deleteTag(PYTHON, TAG);
        assertThat(approved("tag-gone", "explain", name).exitCode()).isEqualTo(3);
        assertThat(project.run("check").out()).contains("drift[tag-vanished]: `" + name + "` does not exist any more");
        assertThat(project.run("explain", registry.reference(PYTHON + ":3.13"), name)
                        .out())
                .as("of a tag that nobody has locked")
                .contains("error[not-found]", "or does not show it to everybody");
    }

    /** Locked on one release of Debian, moved to the next. */
    private Digest moved() {
        Digest locked = registry.push(PYTHON, TAG, bullseye());
        project.done("lock");
        registry.move(PYTHON, TAG, bookworm());
        return locked;
    }

    private CommandRun approved(String name, String... arguments) {
        CommandRun run = project.run(arguments);
        Approved.verify("explain/" + name, run, registry, project);
        return run;
    }

    private static void assertValid(CommandRun run) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("docs/reference/explain.schema.json")), InputFormat.JSON);
        assertThat(schema.validate(run.out(), InputFormat.JSON)).isEmpty();
    }

    @Test
    void tellsWhatMovedFromTheLockedImageToTheCurrent() {
        moved();
        assertThat(approved("moved", "explain", "python:3.12-slim").exitCode()).isZero();
    }

    @Test
    void namesEveryPackage() {
        moved();
        approved("packages", "explain", "python:3.12-slim", "--packages");
    }

    @Test
    void linesAreBrokenWhereTheTerminalIsNarrow() {
        moved();
        CommandRun run = CommandRun.in(
                project.root(), Map.of("COLUMNS", "60", "NO_COLOR", "1"), true, "explain", "python:3.12-slim");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 60);
        Approved.verify("explain/narrow", run, registry, project);
    }

    @Test
    void isToldInAComment() throws IOException {
        moved();
        CommandRun run = approved("markdown", "explain", "python:3.12-slim", "--format", "md", "--output", "moved.md");
        assertThat(project.root().resolve("moved.md")).hasContent(run.out());
    }

    @Test
    void commentTellsThatNothingCouldBeCompared() {
        moved();
        registry.failWith(500, 100);
        assertThat(project.run("explain", "python:3.12-slim", "--format", "markdown")
                        .out())
                .startsWith("<!-- tagdrift -->\n**tagdrift**: nothing could be compared")
                .contains("<b>error[unreachable]</b>");
    }

    @Test
    void keepsTheShapeOfItsJson() throws IOException {
        moved();
        assertValid(approved("json", "explain", "python:3.12-slim", "--format", "json"));
    }

    @Test
    void comparesAnyTwoImages() {
        registry.push(PYTHON, "3.12-bullseye", bullseye());
        registry.push(PYTHON, "3.12-bookworm", bookworm());
        approved("two", "explain", "python:3.12-bullseye", "python:3.12-bookworm");
    }

    @Test
    void lockedImageThatIsGoneIsToldFromTheLockfile() throws IOException {
        String name = registry.reference("library/python:3.12-slim");
        project.file("Dockerfile", "FROM " + name);
        registry.deleteManifest(PYTHON, moved());
        assertThat(approved("locked-gone", "explain", name).exitCode()).isZero();
        assertValid(approved("locked-gone-json", "explain", name, "--format", "json"));
    }

    /** It may have forgotten what the source still has. */
    @Test
    void mirrorIsNotBelievedThatTheLockedImageIsGone() {
        registry.deleteManifest(PYTHON, moved());
        assertThat(approved("mirror-without-digest", "explain", "python:3.12-slim")
                        .exitCode())
                .isEqualTo(3);
    }

    @Test
    void packagesThatCannotBeReadAreNoReasonToTellNothing() throws IOException {
        registry.push(PYTHON, TAG, bullseye());
        project.done("lock");
        registry.move(PYTHON, TAG, image("12", "bookworm", "3.12.4", "Package: broken"));
        approved("packages-unreadable", "explain", "python:3.12-slim");
        assertValid(approved("packages-unreadable-json", "explain", "python:3.12-slim", "--format", "json"));
    }

    @Test
    void otherPlatformsAreNoChangeForThisOne() {
        registry.push(PYTHON, TAG, Images.index(Map.of("linux/amd64", "same", "linux/arm64", "a")));
        project.done("lock");
        registry.move(PYTHON, TAG, Images.index(Map.of("linux/amd64", "same", "linux/arm64", "b", "linux/s390x", "c")));
        approved("other-platforms", "explain", "python:3.12-slim");
    }

    @Test
    void platformThatNeitherImageHasIsNotReplacedByAnother() throws IOException {
        moved();
        String wanted = "linux/s390x";
        assertThat(approved("no-such-platform", "explain", "python:3.12-slim", "--platform", wanted)
                        .exitCode())
                .isEqualTo(2);
        registry.push(PYTHON, "same", bookworm());
        approved("no-such-platform-of-two", "explain", "python:3.12-slim", "python:same", "--platform", wanted);
        assertValid(project.run("explain", "python:3.12-slim", "--platform", wanted, "--format", "json"));
    }

    @Test
    void platformThatOneImageLacksIsTold() {
        registry.push(PYTHON, TAG, Images.index(Map.of("linux/amd64", "a", "linux/s390x", "b")));
        project.done("lock");
        registry.move(PYTHON, TAG, Images.index("c"));
        approved("platform-gone", "explain", "python:3.12-slim", "--platform", "linux/s390x");
        registry.push(PYTHON, "more", Images.index(Map.of("linux/amd64", "a", "linux/s390x", "b")));
        approved("platform-added", "explain", "python:3.12-slim", "python:more", "--platform", "linux/s390x");
    }

    /** A bill of materials that a tool attached later spares the layers. */
    @Test
    void readsTheListsThatReferToTheImages() {
        moved();
        attach(bullseye(), "5.1");
        attach(bookworm(), "5.2");
        registry.forgetRequests();
        assertThat(project.run("explain", "python:3.12-slim", "--packages").out())
                .contains("bash  5.1 -> 5.2")
                .doesNotContain("libssl");
        assertThat(registry.requests())
                .filteredOn(request -> request.contains("/referrers/"))
                .hasSize(2);
    }

    @Test
    void twoKindsOfListsAreNotCompared() {
        moved();
        attach(bookworm(), "5.2");
        assertThat(project.run("explain", "python:3.12-slim", "--packages").out())
                .contains("bash  5.1 -> 5.2", "libssl3  3.0.15");
    }

    private void attach(SyntheticImage image, String bash) {
        String list = "{\"spdxVersion\": \"SPDX-2.3\", \"packages\": [{\"externalRefs\": [{\"referenceLocator\":"
                + " \"pkg:deb/debian/bash@%s?arch=amd64\"}]}]}".formatted(bash);
        Content document = Content.of(new MediaType("application/spdx+json"), list.getBytes(StandardCharsets.UTF_8));
        registry.attach(PYTHON, SyntheticImage.artifact(image.top(), document, Map.of()));
    }

    @Test
    void namesATagThatMovesLess() {
        moved();
        registry.push(PYTHON, "3.12-slim-bookworm", bookworm());
        assertThat(project.run("explain", "python:3.12-slim").out())
                .contains("`python:3.12-slim-bookworm` names the same image now");
    }

    @Test
    void whatIsNotLockedHasNothingToCompareWith() {
        moved();
        assertThat(approved("not-locked", "explain", "python:3.12-slm").exitCode())
                .isEqualTo(2);
    }

    @Test
    void digestNeverNamesAnotherImage() {
        Digest locked = moved();
        assertThat(approved("digest", "explain", "python@" + locked).exitCode()).isEqualTo(2);
    }

    @Test
    void registryThatIsDownIsNoAnswer() throws IOException {
        moved();
        registry.failWith(500, 100);
        CommandRun run = approved("registry-down", "explain", "python:3.12-slim", "--format", "json");
        assertThat(run.exitCode()).isEqualTo(3);
        assertValid(run);
    }

    @Test
    void imageThatIsAsLockedIsNoMove() {
        registry.push(PYTHON, TAG, bullseye());
        project.done("lock");
        approved("as-locked", "explain", "python:3.12-slim");
    }

    @Test
    void readsNoWholeLayerTwiceUnlessNothingIsKept() {
        moved();
        project.done("explain", "python:3.12-slim");
        registry.forgetRequests();
        project.done("explain", "python:3.12-slim");
        long remembered = blobs();
        registry.forgetRequests();
        project.done("explain", "python:3.12-slim", "--no-cache");
        assertThat(remembered).isEqualTo(4);
        assertThat(blobs()).isEqualTo(6);
    }

    /** The configurations; the beginnings of the layers, for the release; with the last, the layers for the packages. */
    private long blobs() {
        return registry.requests().stream()
                .filter(request -> request.contains("/blobs/"))
                .count();
    }
}
