package dev.tagdrift.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tagdrift.image.MediaType;
import dev.tagdrift.image.Platform;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SyntheticImageTest {
    private static final ImageRecipe AMD64 = ImageRecipe.of(Platform.LINUX_AMD64);

    @Test
    void sameRecipeGivesSameDigestAndAnotherRecipeAnother() {
        assertThat(SyntheticImage.single(AMD64).digest())
                .isEqualTo(SyntheticImage.single(AMD64).digest())
                .isNotEqualTo(
                        SyntheticImage.single(AMD64.builtAt(Instant.EPOCH)).digest())
                .isNotEqualTo(
                        SyntheticImage.single(AMD64.withVariable("A", "b")).digest());
    }

    @Test
    void indexNamesItsManifestsAndTheirPlatforms() {
        Platform armv6 = new Platform("linux", "arm", "v6", "");
        Platform windows = new Platform("windows", "amd64", "", "10.0.20348.1");
        SyntheticImage index =
                SyntheticImage.index(Format.OCI, List.of(ImageRecipe.of(armv6), ImageRecipe.of(windows)));
        assertThat(text(index.top()))
                .contains("\"digest\":\"" + index.digest(armv6) + "\"", "\"variant\":\"v6\"")
                .contains("\"digest\":\"" + index.digest(windows) + "\"", "\"os.version\":\"10.0.20348.1\"");
        assertThatThrownBy(() -> index.digest(Platform.LINUX_AMD64)).hasMessage("no image for linux/amd64");
    }

    @Test
    void attestationsAreOfNoPlatform() {
        SyntheticImage index = SyntheticImage.attestedIndex(Format.OCI, List.of(AMD64));
        assertThat(text(index.top())).contains("{\"architecture\":\"unknown\",\"os\":\"unknown\"}");
        assertThat(index.manifests()).containsOnlyKeys(Platform.LINUX_AMD64);
    }

    @Test
    void dockersFormatHasDockersTypes() {
        ImageRecipe docker = AMD64.withLayer(new byte[512], "ADD file").in(Format.DOCKER);
        SyntheticImage index = SyntheticImage.index(Format.DOCKER, List.of(docker));
        assertThat(index.top().descriptor().mediaType()).isEqualTo(MediaType.DOCKER_INDEX);
        assertThat(text(SyntheticImage.single(docker).top()))
                .contains(MediaType.DOCKER_MANIFEST.value())
                .contains("application/vnd.docker.container.image.v1+json")
                .contains("application/vnd.docker.image.rootfs.diff.tar")
                .doesNotContain("vnd.oci");
    }

    private static String text(Content content) {
        return new String(content.bytes(), StandardCharsets.UTF_8);
    }
}
