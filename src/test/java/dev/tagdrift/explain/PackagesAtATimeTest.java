package dev.tagdrift.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.demo.RootTar;
import dev.tagdrift.image.PlatformImage;
import dev.tagdrift.image.Repository;
import dev.tagdrift.image.ResolvedImage.Single;
import dev.tagdrift.testing.RecordingStore;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The records of an image take memory, and however many registries are asked, there is one memory. */
@Timeout(60)
class PackagesAtATimeTest {
    @Test
    void onlySoManyImagesAreReadAtOnce() throws InterruptedException {
        LayerStack stack = new LayerStack();
        IntStream.range(0, 6)
                .forEach(number -> stack.layer("COPY", new RootTar().file("number", Integer.toString(number))));
        HeldLayers store = new HeldLayers(stack);
        InstalledPackages packages = new InstalledPackages(new RecordingStore(), store, LayerCache.NONE);
        List<Thread> threads = IntStream.range(0, 6)
                .mapToObj(number -> Thread.ofPlatform()
                        .daemon()
                        .start(() -> packages.recorded(
                                new Repository("registry" + number + ".example", "app"), onlyLayer(stack, number))))
                .toList();
        for (Thread thread : threads) {
            while (thread.getState() != Thread.State.WAITING && thread.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
        }
        assertThat(store.come()).isEqualTo(2);
        store.letGo();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(store.come()).isEqualTo(6);
    }

    private static PlatformImage onlyLayer(LayerStack stack, int number) {
        var image = stack.image();
        var manifest = image.manifest();
        return new PlatformImage(
                new Single(
                        manifest.descriptor(),
                        manifest.config(),
                        List.of(manifest.layers().get(number))),
                image.config());
    }
}
