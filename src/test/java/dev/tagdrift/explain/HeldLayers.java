package dev.tagdrift.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.image.Descriptor;
import dev.tagdrift.image.ImageConfig;
import dev.tagdrift.image.Repository;
import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.BlobReader;
import dev.tagdrift.resolve.BlobStore;
import dev.tagdrift.resolve.ResolutionFailure.NotFound;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Layers that are held back until they are let go; counts who has come to read one. */
final class HeldLayers implements BlobStore {
    private final LayerStack stack;
    private final Set<Repository> empty;
    private final AtomicInteger come = new AtomicInteger();
    private final CountDownLatch letGo = new CountDownLatch(1);

    /** @param empty repositories that have none of the layers */
    HeldLayers(LayerStack stack, Repository... empty) {
        this.stack = stack;
        this.empty = Set.of(empty);
    }

    int come() {
        return come.get();
    }

    void letGo() {
        letGo.countDown();
    }

    @Override
    public Answer<ImageConfig> config(Repository repository, Descriptor config) {
        return stack.config(repository, config);
    }

    @Override
    public <T> Answer<T> read(Repository repository, Descriptor blob, BlobReader<T> reader) {
        come.incrementAndGet();
        try {
            assertThat(letGo.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return empty.contains(repository)
                ? new Answer.Failed<>(new NotFound(repository.registry(), true, false))
                : stack.read(repository, blob, reader);
    }
}
