package dev.tagdrift.demo;

import dev.tagdrift.image.Platform;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The images of the demo: one tag before and after it moves from one Debian release to the next. They are made up. */
public final class DemoImages {
    /** The repository of the tag, as a registry knows it. */
    public static final String REPOSITORY = "library/python";

    /** The tag that moves. */
    public static final String TAG = "3.12-slim";

    private DemoImages() {}

    /** What the tag names first. */
    public static SyntheticImage bullseye() {
        return image("bullseye", "Debian GNU/Linux 11 (bullseye)", Instant.parse("2023-05-23T09:12:44Z"));
    }

    /** What the tag names then. */
    public static SyntheticImage bookworm() {
        return image("bookworm", "Debian GNU/Linux 12 (bookworm)", Instant.parse("2023-06-14T18:02:31Z"));
    }

    private static SyntheticImage image(String suite, String release, Instant built) {
        List<ImageRecipe> recipes = Stream.of(Platform.LINUX_AMD64, Platform.LINUX_ARM64)
                .map(platform -> ImageRecipe.of(platform)
                        .builtAt(built)
                        .withVariable("PYTHON_VERSION", "3.12.0")
                        .withLayer(release.getBytes(StandardCharsets.UTF_8), "debian.sh out/ '" + suite + "'"))
                .toList();
        return SyntheticImage.attestedIndex(Format.OCI, recipes);
    }
}
