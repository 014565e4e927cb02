package dev.tagdrift.explain;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the values out of a Berkeley DB hash, in which older rpm kept its packages, page by page without hashing a key.
 *
 * @see <a href="https://github.com/berkeleydb/libdb/blob/v5.3.28/src/dbinc/db_page.h">Berkeley DB's pages</a>
 */
final class BerkeleyHash {
    private static final long MAGIC = 0x061561;
    private static final int HASH_UNSORTED = 2;
    private static final int OVERFLOW = 7;
    private static final int HASH = 13;
    private static final int PAGE_HEADER = 26;
    private static final int ON_PAGE = 1;
    private static final int OFF_PAGE = 3;

    private final Bytes file;
    private final long pageSize;
    private final PageUse pages;

    private BerkeleyHash(byte[] database) throws UnreadablePackagesException {
        file = new Bytes(database, order(database));
        pageSize = file.u32(20);
        if (pageSize < 512 || pageSize > 1 << 16 || Long.bitCount(pageSize) != 1) {
            throw UnreadablePackagesException.malformed();
        }
        pages = new PageUse(database.length, pageSize);
    }

    /** Numbers are written as the machine had them that wrote the file. */
    private static ByteOrder order(byte[] database) throws UnreadablePackagesException {
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            if (database.length >= 16 && ByteBuffer.wrap(database).order(order).getInt(12) == MAGIC) {
                return order;
            }
        }
        throw new UnreadablePackagesException(PackageReading.Flaw.UNKNOWN_FORMAT);
    }

    static List<byte[]> read(byte[] database) throws UnreadablePackagesException {
        BerkeleyHash hash = new BerkeleyHash(database);
        long last = hash.file.u32(32);
        List<byte[]> values = new ArrayList<>();
        for (long page = 1; page <= last; page++) {
            int type = hash.file.u8(page * hash.pageSize + 25);
            if (type == HASH || type == HASH_UNSORTED) {
                hash.addValues(page, values);
            }
        }
        return values;
    }

    /** A page grows from both ends: where the items stand, keys and values in turn, and from the back the items. */
    private void addValues(long page, List<byte[]> values) throws UnreadablePackagesException {
        long start = page * pageSize;
        int items = file.u16(start + 20);
        long before = pageSize;
        for (int i = 0; i < items; i++) {
            long item = file.u16(start + PAGE_HEADER + 2L * i);
            // Items that overlap would let a small file claim any amount of memory.
            if (item >= before) {
                throw UnreadablePackagesException.malformed();
            }
            if (i % 2 == 1) {
                values.add(value(start + item, before - item));
            }
            before = item;
        }
    }

    private byte[] value(long item, long length) throws UnreadablePackagesException {
        return switch (file.u8(item)) {
            case ON_PAGE -> file.slice(item + 1, length - 1);
            case OFF_PAGE -> chain(file.u32(item + 4), file.u32(item + 8));
            default -> throw UnreadablePackagesException.malformed();
        };
    }

    private byte[] chain(long first, long length) throws UnreadablePackagesException {
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        long page = first;
        while (value.size() < length) {
            pages.use(page);
            long start = page * pageSize;
            if (file.u8(start + 25) != OVERFLOW) {
                throw UnreadablePackagesException.malformed();
            }
            value.writeBytes(file.slice(start + PAGE_HEADER, Math.min(file.u16(start + 22), pageSize - PAGE_HEADER)));
            page = file.u32(start + 16);
        }
        if (value.size() > length) {
            throw UnreadablePackagesException.malformed();
        }
        return value.toByteArray();
    }
}
