package dev.tagdrift.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.drift.Finding.BuiltHere;
import dev.tagdrift.drift.Finding.CacheDiffers;
import dev.tagdrift.image.ImageReference.Digested;
import dev.tagdrift.image.ResolvedImage.Index;
import dev.tagdrift.resolve.Answer.Found;
import dev.tagdrift.resolve.LocalImage;
import dev.tagdrift.source.ImageUse;
import dev.tagdrift.testing.Locked;
import dev.tagdrift.testing.Resolved;
import dev.tagdrift.testing.Uses;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CacheComparisonTest {
    private static final String NAME = "docker.io/library/python:3.12-slim";
    private static final Index A = Resolved.index("a");
    private static final Index B = Resolved.index("b");

    @Test
    void whatCameByWayOfAMirrorIsComparedByItsDigest() {
        assertThat(findings("mirror.example.com/hub/python@" + A.digest())).isEmpty();
        assertThat(findings("mirror.example.com/hub/python@" + B.digest()))
                .singleElement()
                .isInstanceOf(CacheDiffers.class);
    }

    @Test
    void theNameOfTheRepositoryItselfCountsMore() {
        assertThat(findings("docker.io/library/python@" + B.digest(), "mirror.example.com/hub/python@" + A.digest()))
                .singleElement()
                .isInstanceOf(CacheDiffers.class);
    }

    @Test
    void whatNoRegistryHasANameForWasBuiltHere() {
        assertThat(findings()).singleElement().isInstanceOf(BuiltHere.class);
    }

    private static List<Finding> findings(String... digests) {
        ImageUse use = Uses.of(NAME);
        Comparison image = new Comparison(
                Uses.tag(NAME), List.of(use), Optional.of(Locked.of(A)), Optional.empty(), List.of(), List.of());
        List<Digested> held = List.of(digests).stream()
                .map(text -> (Digested) Uses.reference(text))
                .toList();
        LocalImage local = new LocalImage(A.digest(), held, Resolved.config("linux/amd64"));
        return CacheComparison.with(List.of(image), tag -> new Found<>(Optional.of(local)))
                .getFirst()
                .findings();
    }
}
