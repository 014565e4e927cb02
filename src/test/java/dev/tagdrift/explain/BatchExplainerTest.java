package dev.tagdrift.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.explain.Explainer.Question;
import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.ImageReference.Digested;
import dev.tagdrift.image.Platform;
import dev.tagdrift.image.PlatformImage;
import dev.tagdrift.image.Repository;
import dev.tagdrift.image.ResolvedImage;
import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.ResolutionFailure;
import dev.tagdrift.resolve.ResolutionFailure.RateLimited;
import dev.tagdrift.resolve.Snapshot;
import dev.tagdrift.resolve.SnapshotStore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What becomes of one explanation is no matter of the others. */
class BatchExplainerTest {
    private static final Question HEAVY = question("heavy");
    private static final Question LIGHT = question("light");
    private static final ResolutionFailure REASON = new RateLimited("registry.example", Optional.empty());

    private static Question question(String name) {
        ImageReference image = new Digested(new Repository("registry.example", name), Digest.of(new byte[1]));
        return new Question(image, image, List.of(), Optional.empty(), Optional.empty());
    }

    /** Has one image that is more than memory can hold. */
    private static final class Store implements SnapshotStore {
        @Override
        public Answer<Snapshot> snapshot(ImageReference reference, List<Platform> platforms) {
            if (reference.equals(HEAVY.current())) {
                throw new OutOfMemoryError("Java heap space");
            }
            return new Answer.Failed<>(REASON);
        }

        @Override
        public Optional<Digest> digest(ImageReference reference) {
            return Optional.empty();
        }
    }

    private static final class NoPackages implements PackageReader {
        @Override
        public PackageReading packages(Repository repository, ResolvedImage whole, PlatformImage image) {
            return new PackageReading.NoneRecorded();
        }

        @Override
        public PackageReading recorded(Repository repository, PlatformImage image) {
            return new PackageReading.NoneRecorded();
        }
    }

    @Test
    void oneThatBreaksOffIsToldAndEndsNoOther() {
        AtomicInteger told = new AtomicInteger();
        var outcomes = new BatchExplainer(new Explainer(new Store(), new NoPackages()), told::incrementAndGet)
                .explain(List.of(HEAVY, LIGHT));
        assertThat(outcomes)
                .containsEntry(HEAVY, new Outcome.Broken("java.lang.OutOfMemoryError: Java heap space"))
                .containsEntry(LIGHT, new Outcome.Unread(LIGHT.current(), REASON));
        assertThat(told).hasValue(2);
    }
}
