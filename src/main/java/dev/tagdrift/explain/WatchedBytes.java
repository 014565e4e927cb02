package dev.tagdrift.explain;

import dev.tagdrift.resolve.PassingBytes;
import java.io.IOException;
import java.io.InputStream;

/** A stream that tells how much of it is read. */
final class WatchedBytes extends PassingBytes {
    private final InputStream bytes;
    private final LayerWatch watch;

    WatchedBytes(InputStream bytes, LayerWatch watch) {
        this.bytes = bytes;
        this.watch = watch;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = bytes.read(into, offset, length);
        watch.read(Math.max(0, count));
        return count;
    }
}
