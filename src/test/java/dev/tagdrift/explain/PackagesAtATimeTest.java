package dev.tagdrift.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.demo.RootTar;
import dev.tagdrift.image.Descriptor;
import dev.tagdrift.image.ImageConfig;
import dev.tagdrift.image.PlatformImage;
import dev.tagdrift.image.Repository;
import dev.tagdrift.image.ResolvedImage.Single;
import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.BlobReader;
import dev.tagdrift.resolve.BlobStore;
import dev.tagdrift.testing.RecordingStore;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The records of an image take memory, and however many registries are asked, there is one memory. */
@Timeout(60)
class PackagesAtATimeTest {
    private final AtomicInteger reading = new AtomicInteger();
    private final CountDownLatch enough = new CountDownLatch(1);

    /** Reads nothing to its end until it is told to. */
    private final class Held implements BlobStore {
        private final LayerStack stack;

        Held(LayerStack stack) {
            this.stack = stack;
        }

        @Override
        public Answer<ImageConfig> config(Repository repository, Descriptor config) {
            return stack.config(repository, config);
        }

        @Override
        public <T> Answer<T> read(Repository repository, Descriptor blob, BlobReader<T> reader) {
            reading.incrementAndGet();
            try {
                assertThat(enough.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return stack.read(repository, blob, reader);
        }
    }

    @Test
    void onlySoManyImagesAreReadAtOnce() throws InterruptedException {
        LayerStack stack = new LayerStack();
        IntStream.range(0, 6)
                .forEach(number -> stack.layer("COPY", new RootTar().file("number", Integer.toString(number))));
        InstalledPackages packages = new InstalledPackages(new RecordingStore(), new Held(stack), LayerCache.NONE);
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
        assertThat(reading).hasValue(2);
        enough.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(reading).hasValue(6);
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
