package dev.tagdrift.explain;

import dev.tagdrift.resolve.PassingBytes;
import java.io.IOException;
import java.io.InputStream;

/** A stream that ends after so many bytes, whatever else comes. */
final class FirstBytes extends PassingBytes {
    private final InputStream bytes;
    private long left;

    FirstBytes(InputStream bytes, long most) {
        this.bytes = bytes;
        this.left = most;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (left <= 0) {
            return -1;
        }
        int read = bytes.read(into, offset, (int) Math.min(length, left));
        left -= Math.max(0, read);
        return read;
    }
}
