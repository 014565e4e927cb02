package dev.tagdrift.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.demo.RootTar;
import dev.tagdrift.image.Repository;
import dev.tagdrift.image.ResolvedImage.Layer;
import java.util.concurrent.FutureTask;
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

    /** Asks in one repository, then in the next while the first is still reading. */
    private Reading<LayerFiles> second(HeldLayers store, LayerQuestion question, Repository next) throws Exception {
        Layers layers = new Layers(store, LayerCache.NONE, LayerLimits.USUAL);
        FutureTask<Reading<LayerFiles>> first =
                new FutureTask<>(() -> layers.read(LayerStack.REPOSITORY, layer, question));
        FutureTask<Reading<LayerFiles>> second = new FutureTask<>(() -> layers.read(next, layer, question));
        Thread.ofPlatform().daemon().start(first);
        while (store.come() == 0) {
            Thread.onSpinWait();
        }
        Thread waiting = Thread.ofPlatform().daemon().start(second);
        while (waiting.getState() != Thread.State.WAITING && store.come() == 1) {
            Thread.onSpinWait();
        }
        store.letGo();
        first.get();
        return second.get();
    }

    @Test
    void whoComesSecondWaitsForTheFirst() throws Exception {
        HeldLayers store = new HeldLayers(stack);
        assertThat(second(store, WHOLE, OTHER)).isInstanceOf(Reading.Read.class);
        assertThat(store.come()).isEqualTo(1);
    }

    @Test
    void whatOneRepositoryDoesNotHaveIsAskedOfTheOther() throws Exception {
        HeldLayers store = new HeldLayers(stack, LayerStack.REPOSITORY);
        assertThat(second(store, WHOLE, OTHER)).isInstanceOf(Reading.Read.class);
        assertThat(store.come()).isEqualTo(2);
    }

    @Test
    void whatNoDigestVouchesForIsNotToldOfAnotherRepository() throws Exception {
        HeldLayers store = new HeldLayers(stack);
        assertThat(second(store, FIRST, OTHER)).isInstanceOf(Reading.Read.class);
        assertThat(store.come()).isEqualTo(2);
    }

    @Test
    void itIsToldOfTheSameRepository() throws Exception {
        HeldLayers store = new HeldLayers(stack);
        assertThat(second(store, FIRST, LayerStack.REPOSITORY)).isInstanceOf(Reading.Read.class);
        assertThat(store.come()).isEqualTo(1);
    }
}
