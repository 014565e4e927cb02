package dev.tagdrift.explain;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that tells how much of it is read. */
final class WatchedBytes extends FilterInputStream {
    private final LayerWatch watch;

    WatchedBytes(InputStream bytes, LayerWatch watch) {
        super(bytes);
        this.watch = watch;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        watch.read(Math.max(0, count));
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
