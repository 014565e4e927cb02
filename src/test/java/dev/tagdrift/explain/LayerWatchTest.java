package dev.tagdrift.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.demo.RootTar;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever waits for layers sees how much there is to read, and how much was. */
class LayerWatchTest {
    private static final class Counter implements LayerWatch {
        private long expected;
        private long read;

        @Override
        public void expect(long bytes) {
            expected += bytes;
        }

        @Override
        public void read(long bytes) {
            read += bytes;
        }
    }

    @Test
    void allThatIsExpectedIsReadOrKnown(@TempDir Path folder) {
        LayerStack stack = new LayerStack()
                .layer("one", new RootTar().file("a", "x".repeat(10_000)))
                .layer("two", new RootTar().file(Recorded.DPKG, ""));
        long size = stack.image().manifest().layers().stream()
                .mapToLong(layer -> layer.size())
                .sum();
        for (int i = 0; i < 2; i++) {
            Counter counter = new Counter();
            new ImageFiles(new Layers(stack, LayerCache.in(folder), LayerLimits.USUAL, counter))
                    .read(LayerStack.REPOSITORY, stack.image().manifest(), PackageDatabases.wanted());
            assertThat(counter.expected).isEqualTo(size);
            assertThat(counter.read).isEqualTo(size);
        }
        assertThat(stack.bytesRead()).isEqualTo(size);
    }
}
