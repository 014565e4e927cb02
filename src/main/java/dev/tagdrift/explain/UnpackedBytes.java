package dev.tagdrift.explain;

import dev.tagdrift.resolve.PassingBytes;
import java.io.IOException;
import java.io.InputStream;

/** The unpacked bytes of a layer, no more than the limits allow. */
final class UnpackedBytes extends PassingBytes {
    private final InputStream bytes;
    private final PackedBytes packed;
    private final LayerLimits limits;
    private long count;
    private long headerEnd = Long.MAX_VALUE;

    UnpackedBytes(InputStream bytes, PackedBytes packed, LayerLimits limits) {
        this.bytes = bytes;
        this.packed = packed;
        this.limits = limits;
    }

    /** Says that there is more than the limits allow. */
    static final class TooMuchException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** What comes is the header of an entry. */
    void beginHeader() {
        headerEnd = count + limits.header();
    }

    void endHeader() {
        headerEnd = Long.MAX_VALUE;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = bytes.read(into, offset, length);
        count += Math.max(0, read);
        if (count > Math.min(headerEnd, limits.unpacked()) || count - limits.free() > limits.ratio() * packed.count()) {
            throw new TooMuchException();
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
