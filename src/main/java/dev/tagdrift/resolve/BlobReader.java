package dev.tagdrift.resolve;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads a blob as it comes.
 *
 * @param <T> what it makes of the bytes
 */
@FunctionalInterface
public interface BlobReader<T> {
    /**
     * Reads as much as it needs. Who reads to the end knows that the bytes have the digest that was asked for; who stops
     * before does not. Called again, with the first byte, where a transfer broke.
     *
     * @throws IOException only if the stream throws it: that the bytes make no sense is a value
     */
    T read(InputStream bytes) throws IOException;
}
