package dev.tagdrift.explain;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of a stranger's file. To read outside of them is a flaw of the file, not of the program. */
final class Bytes {
    private final byte[] array;
    private final ByteBuffer buffer;

    Bytes(byte[] array, ByteOrder order) {
        this.array = array;
        buffer = ByteBuffer.wrap(array).order(order);
    }

    int length() {
        return array.length;
    }

    int u8(long at) throws UnreadablePackagesException {
        return buffer.get(checked(at, 1)) & 0xff;
    }

    int u16(long at) throws UnreadablePackagesException {
        return buffer.getShort(checked(at, 2)) & 0xffff;
    }

    long u32(long at) throws UnreadablePackagesException {
        return buffer.getInt(checked(at, 4)) & 0xffff_ffffL;
    }

    byte[] slice(long at, long length) throws UnreadablePackagesException {
        int start = checked(at, length);
        return Arrays.copyOfRange(array, start, start + (int) length);
    }

    /** The text from there to the next NUL, which must come before the limit; a character for each byte. */
    String text(long at, long limit) throws UnreadablePackagesException {
        int start = checked(at, limit - at);
        for (int end = start; end < limit; end++) {
            if (array[end] == 0) {
                return new String(array, start, end - start, StandardCharsets.ISO_8859_1);
            }
        }
        throw UnreadablePackagesException.malformed();
    }

    private int checked(long at, long length) throws UnreadablePackagesException {
        if (at < 0 || length < 0 || at > array.length || length > array.length - at) {
            throw UnreadablePackagesException.malformed();
        }
        return (int) at;
    }
}
