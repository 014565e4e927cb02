package dev.tagdrift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.demo.Format;
import dev.tagdrift.demo.ImageRecipe;
import dev.tagdrift.demo.SyntheticImage;
import dev.tagdrift.image.Platform;
import dev.tagdrift.testing.Buildah;
import dev.tagdrift.testing.CommandRun;
import dev.tagdrift.testing.Distribution;
import dev.tagdrift.testing.DistributionProcess;
import dev.tagdrift.testing.Programs;
import dev.tagdrift.testing.TempWorkspace;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real builder takes the locked image after the tag has moved, and the new one where nobody tells it. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
final class EnforceIT {
    /** The end of a tar file, and so an empty one. */
    private static final byte[] NO_FILES = new byte[1024];

    @AutoClose
    private Distribution registry;

    private TempWorkspace project;
    private Buildah buildah;
    private String image;

    @BeforeAll
    static void needsPrograms() {
        Programs.assumeInstalled("docker-registry");
        Buildah.assumeUsable();
    }

    @BeforeEach
    void lockThenMove(@TempDir Path store, @TempDir Path folder, @TempDir Path builder) throws Exception {
        registry = DistributionProcess.start(store, Distribution.Setup.OPEN);
        image = registry.host() + "/library/python:3.12-slim";
        project = new TempWorkspace(folder)
                .file("plain/Dockerfile", "FROM " + image, "LABEL a=b")
                .file("variable/Dockerfile", "ARG TAG=3.12-slim", "FROM " + registry.host() + "/library/python:${TAG}");
        buildah = new Buildah(builder);
        registry.push("library/python", "3.12-slim", image("locked"));
        project.done("lock");
        registry.push("library/python", "3.12-slim", image("moved"));
    }

    private static SyntheticImage image(String state) {
        return SyntheticImage.index(
                Format.OCI,
                Stream.of("linux/amd64", "linux/arm64")
                        .map(platform -> ImageRecipe.of(Platform.parse(platform).orElseThrow())
                                .withVariable("STATE", state)
                                .withLayer(NO_FILES, "nothing"))
                        .toList());
    }

    private String built(String folder, String... arguments) throws Exception {
        buildah.build(folder, project.root().resolve(folder), Arrays.asList(arguments));
        return buildah.environment(folder);
    }

    @Test
    void takesWhatTheTagNamesWhereNobodyTellsIt() throws Exception {
        assertThat(built("plain")).contains("STATE=moved");
    }

    @Test
    void takesWhatTheArgumentsName() throws Exception {
        CommandRun export = project.run("export", "env", "--as-written");
        assertThat(export.exitCode()).as(export.transcript()).isZero();
        String[] arguments = export.out().strip().split(" ");

        assertThat(built("plain", arguments)).contains("STATE=locked");
        assertThat(built("variable", arguments)).contains("STATE=locked");
    }

    @Test
    void takesTheArgumentsForBuildKitWhereTheFileNamesTheImageLikeIt() throws Exception {
        String[] arguments = project.run("export", "env").out().strip().split(" ");

        assertThat(built("plain", arguments)).contains("STATE=locked");
        assertThat(built("variable", arguments)).contains("STATE=moved");
    }

    @Test
    void takesWhatIsPinned() throws Exception {
        project.done("pin");

        assertThat(built("plain")).contains("STATE=locked");
        assertThat(built("variable")).contains("STATE=locked");

        project.done("pin", "--upgrade");

        assertThat(built("plain")).contains("STATE=moved");
        assertThat(built("variable")).contains("STATE=moved");
    }
}
