package dev.tagdrift.explain;

import dev.tagdrift.resolve.PassingBytes;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The bytes of a layer as they come: counts them, and remembers if it was the transfer that broke. */
final class PackedBytes extends PassingBytes {
    private final InputStream bytes;
    private long count;
    private Optional<IOException> failure = Optional.empty();

    PackedBytes(InputStream bytes) {
        this.bytes = bytes;
    }

    long count() {
        return count;
    }

    Optional<IOException> failure() {
        return failure;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        try {
            int read = bytes.read(into, offset, length);
            count += Math.max(0, read);
            return read;
        } catch (IOException e) {
            failure = Optional.of(e);
            throw e;
        }
    }
}
