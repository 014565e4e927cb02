package dev.tagdrift.explain;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** Unpacks a layer. What it is packed with, its first bytes tell: media types are known to be wrong. */
final class Compression {
    private static final int BUFFER = 32 * 1024;

    private Compression() {}

    /** Says that the library for zstd does not run here. */
    static final class NoZstdException extends IOException {
        private static final long serialVersionUID = 1L;

        NoZstdException(Throwable cause) {
            super(cause);
        }
    }

    static InputStream unpack(InputStream packed) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(packed, BUFFER);
        buffered.mark(4);
        byte[] magic = buffered.readNBytes(4);
        buffered.reset();
        if (isGzip(magic)) {
            // A layer may be several members in a row (estargz); Java's own reader guesses at where they end.
            return GzipCompressorInputStream.builder()
                    .setInputStream(buffered)
                    .setDecompressConcatenated(true)
                    .get();
        }
        return isZstd(magic) ? zstd(buffered) : buffered;
    }

    /** See RFC 1952, section 2.3.1. */
    private static boolean isGzip(byte[] magic) {
        return magic.length == 4 && magic[0] == 0x1f && magic[1] == (byte) 0x8b;
    }

    /** A frame, or one that is to be skipped; see RFC 8878, section 3.1. */
    private static boolean isZstd(byte[] magic) {
        return magic.length == 4
                && ((magic[0] == 0x28 && magic[1] == (byte) 0xb5 && magic[2] == 0x2f && magic[3] == (byte) 0xfd)
                        || ((magic[0] & 0xf0) == 0x50 && magic[1] == 0x2a && magic[2] == 0x4d && magic[3] == 0x18));
    }

    private static InputStream zstd(InputStream packed) throws IOException {
        try {
            return new ZstdInputStream(packed);
        } catch (LinkageError e) {
            throw new NoZstdException(e);
        }
    }
}
