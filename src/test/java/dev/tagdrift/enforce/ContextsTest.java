package dev.tagdrift.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.enforce.Contexts.Reason;
import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.lockfile.Lockfile;
import dev.tagdrift.testing.Approved;
import dev.tagdrift.testing.Locked;
import dev.tagdrift.testing.Resolved;
import dev.tagdrift.testing.Uses;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContextsTest {
    private static final Tagged PYTHON = Uses.tag("python:3.12-slim");
    private static final Tagged ALPINE = Uses.tag("alpine");
    private static final Lockfile LOCKFILE = Locked.and(
            Locked.and(
                    Locked.file("python:3.12-slim", Resolved.index("python")),
                    "alpine",
                    Locked.of(Resolved.index("alpine"))),
            "ghcr.io/team/base:1",
            Locked.of(Resolved.index("base")));

    @Test
    void namesImagesAsBuildKitLooksForThem() {
        Contexts contexts = Contexts.byName(LOCKFILE, Set.of("build"));

        assertThat(contexts.images().keySet()).containsExactly("alpine", "ghcr.io/team/base:1", "python:3.12-slim");
        assertThat(contexts.images())
                .containsEntry(
                        "python:3.12-slim", PYTHON.at(Resolved.index("python").digest()));
        Approved.verify("export/contexts-bake.json", BakeCodec.write(contexts, List.of("api", "web")));
        Approved.verify("export/contexts-env.txt", contexts.arguments());
    }

    @Test
    void replacesNoStage() {
        Contexts contexts = Contexts.byName(LOCKFILE, Set.of("alpine"));

        assertThat(contexts.images().keySet()).containsExactly("ghcr.io/team/base:1", "python:3.12-slim");
        assertThat(contexts.left()).containsExactly(Map.entry("alpine", Reason.STAGE));
    }

    @Test
    void namesImagesAsTheFilesDo() {
        Map<String, Set<Tagged>> words = Map.of(
                "python:${V}", Set.of(PYTHON),
                "docker.io/library/python:3.12-slim", Set.of(PYTHON),
                "$BASE", Set.of(PYTHON, ALPINE),
                "\"alpine\"", Set.of(ALPINE),
                "unlocked", Set.of(Uses.tag("unlocked")));

        Contexts contexts = Contexts.byWord(words, LOCKFILE, Set.of());

        assertThat(contexts.images().keySet()).containsExactly("docker.io/library/python:3.12-slim", "python:${V}");
        assertThat(contexts.left())
                .containsOnly(Map.entry("$BASE", Reason.SEVERAL_IMAGES), Map.entry("\"alpine\"", Reason.NOT_ONE_WORD));
    }
}
