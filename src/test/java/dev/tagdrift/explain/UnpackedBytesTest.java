package dev.tagdrift.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class UnpackedBytesTest {
    /** The memory of zstd is not Java's: it is given back when the stream is closed, or whenever garbage is collected. */
    @Test
    void closesWhatUnpacks() throws IOException {
        AtomicInteger closed = new AtomicInteger();
        InputStream unpacking = new ByteArrayInputStream(new byte[1]) {
            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
        PackedBytes packed = new PackedBytes(InputStream.nullInputStream());
        try (UnpackedBytes unpacked = new UnpackedBytes(unpacking, packed, LayerLimits.USUAL)) {
            assertThat(unpacked.read()).isZero();
            assertThat(closed).hasValue(0);
        }
        assertThat(closed).hasValue(1);
    }
}
