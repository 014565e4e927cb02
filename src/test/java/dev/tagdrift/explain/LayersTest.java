package dev.tagdrift.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.demo.RootTar;
import dev.tagdrift.image.Descriptor;
import dev.tagdrift.image.ImageConfig;
import dev.tagdrift.image.Repository;
import dev.tagdrift.image.ResolvedImage.Layer;
import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.BlobReader;
import dev.tagdrift.resolve.BlobStore;
import dev.tagdrift.resolve.ResolutionFailure.NotFound;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many images stand on one layer, and it is read once. */
@Timeout(60)
final class LayersTest {
    private static final Repository OTHER = new Repository("registry.example", "other");
    private static final LayerQuestion WHOLE = LayerQuestion.all(Wanted.of("a/"));

    /** Stops at the first file, so that no digest is known of what was read. */
    private static final LayerQuestion FIRST = new LayerQuestion("first", Wanted.of("a/"), entries -> true);

    private final LayerStack stack = new LayerStack().layer("1", new RootTar().file("a/file", "1"));
    private final Layer layer = stack.image().manifest().layers().getFirst();

    /** Holds the first who reads until everybody has come, and has nothing in one of the repositories. */
    private final class Slow implements BlobStore {
        private final CountDownLatch reading = new CountDownLatch(1);
        private final CountDownLatch come = new CountDownLatch(1);
        private final AtomicInteger read = new AtomicInteger();
        private final Repository empty;

        Slow(Repository empty) {
            this.empty = empty;
        }

        @Override
        public Answer<ImageConfig> config(Repository repository, Descriptor config) {
            return stack.config(repository, config);
        }

        @Override
        public <T> Answer<T> read(Repository repository, Descriptor blob, BlobReader<T> reader) {
            read.incrementAndGet();
            reading.countDown();
            try {
                assertThat(come.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return repository.equals(empty)
                    ? new Answer.Failed<>(new NotFound(repository.registry(), true, false))
                    : stack.read(repository, blob, reader);
        }
    }

    /** Asks in one repository, then in the next while the first is still reading. */
    private Reading<LayerFiles> second(Slow store, LayerQuestion question, Repository next) throws Exception {
        Layers layers = new Layers(store, LayerCache.NONE, LayerLimits.USUAL);
        FutureTask<Reading<LayerFiles>> first =
                new FutureTask<>(() -> layers.read(LayerStack.REPOSITORY, layer, question));
        FutureTask<Reading<LayerFiles>> second = new FutureTask<>(() -> layers.read(next, layer, question));
        Thread.ofPlatform().daemon().start(first);
        store.reading.await();
        Thread waiting = Thread.ofPlatform().daemon().start(second);
        while (waiting.getState() != Thread.State.WAITING && store.read.get() == 1) {
            Thread.onSpinWait();
        }
        store.come.countDown();
        first.get();
        return second.get();
    }

    @Test
    void whoComesSecondWaitsForTheFirst() throws Exception {
        Slow store = new Slow(new Repository("registry.example", "nobody"));
        assertThat(second(store, WHOLE, OTHER)).isInstanceOf(Reading.Read.class);
        assertThat(store.read).hasValue(1);
    }

    @Test
    void whatOneRepositoryDoesNotHaveIsAskedOfTheOther() throws Exception {
        Slow store = new Slow(LayerStack.REPOSITORY);
        assertThat(second(store, WHOLE, OTHER)).isInstanceOf(Reading.Read.class);
        assertThat(store.read).hasValue(2);
    }

    @Test
    void whatNoDigestVouchesForIsNotToldOfAnotherRepository() throws Exception {
        Slow store = new Slow(new Repository("registry.example", "nobody"));
        assertThat(second(store, FIRST, OTHER)).isInstanceOf(Reading.Read.class);
        assertThat(store.read).hasValue(2);
    }

    @Test
    void itIsToldOfTheSameRepository() throws Exception {
        Slow store = new Slow(new Repository("registry.example", "nobody"));
        assertThat(second(store, FIRST, LayerStack.REPOSITORY)).isInstanceOf(Reading.Read.class);
        assertThat(store.read).hasValue(1);
    }
}
