package dev.tagdrift.explain;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the values out of {@code Packages.db}, rpm's own database that SUSE uses: pages of slots that point to blobs.
 *
 * @see <a href="https://github.com/rpm-software-management/rpm/blob/rpm-4.18.0-release/lib/backend/ndb/rpmpkg.c">rpm's ndb</a>
 */
final class NdbBlobs {
    private static final long MAGIC = littleEndian("RpmP");
    private static final long SLOT_MAGIC = littleEndian("Slot");
    private static final long BLOB_MAGIC = littleEndian("BlbS");
    private static final int FILE_HEADER = 32;
    private static final int PAGE = 4096;
    private static final int SLOT = 16;
    private static final int BLOCK = 16;
    private static final int BLOB_HEADER = 16;

    private NdbBlobs() {}

    static List<byte[]> read(byte[] database) throws UnreadablePackagesException {
        Bytes file = new Bytes(database, ByteOrder.LITTLE_ENDIAN);
        if (file.u32(0) != MAGIC || file.u32(4) != 0) {
            throw new UnreadablePackagesException(PackageReading.Flaw.UNKNOWN_FORMAT);
        }
        long end = file.u32(12) * PAGE;
        PageUse blocks = new PageUse(database.length, BLOCK);
        List<byte[]> blobs = new ArrayList<>();
        for (long slot = FILE_HEADER; slot < end; slot += SLOT) {
            if (file.u32(slot) != SLOT_MAGIC) {
                throw UnreadablePackagesException.malformed();
            }
            long number = file.u32(slot + 4);
            long block = file.u32(slot + 8);
            if (block != 0) {
                blobs.add(blob(file, number, block, file.u32(slot + 12), blocks));
            }
        }
        return blobs;
    }

    private static byte[] blob(Bytes file, long number, long block, long count, PageUse blocks)
            throws UnreadablePackagesException {
        for (long i = 0; i < count; i++) {
            blocks.use(block + i);
        }
        long start = block * BLOCK;
        long length = file.u32(start + 12);
        if (file.u32(start) != BLOB_MAGIC || file.u32(start + 4) != number || BLOB_HEADER + length > count * BLOCK) {
            throw UnreadablePackagesException.malformed();
        }
        return file.slice(start + BLOB_HEADER, length);
    }

    private static long littleEndian(String word) {
        return ByteBuffer.wrap(word.getBytes(StandardCharsets.US_ASCII))
                .order(ByteOrder.LITTLE_ENDIAN)
                .getInt();
    }
}
