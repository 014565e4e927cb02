package dev.tagdrift.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;

/**
 * How a layer is made smaller.
 *
 * @param name at the end of its media type; empty if it is not
 * @param pack makes the packed bytes
 */
public record Packing(String name, UnaryOperator<byte[]> pack) {
    /** Kept as it is. */
    public static final Packing NONE = new Packing("", UnaryOperator.identity());

    /** As nearly all layers are. */
    public static final Packing GZIP = new Packing("gzip", Packing::gzip);

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
