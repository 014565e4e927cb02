package dev.tagdrift.explain;

import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Reads the rows of one table out of a SQLite database, from the first page to the last, without asking an index.
 *
 * @see <a href="https://www.sqlite.org/fileformat2.html">Database file format</a>
 */
final class SqliteTable {
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int FILE_HEADER = 100;
    private static final int INTERIOR = 5;
    private static final int LEAF = 13;
    private static final int INTERIOR_HEADER = 12;
    private static final int LEAF_HEADER = 8;

    private final Bytes file;
    private final int pageSize;
    private final int usable;
    private final PageUse pages;
    private long left;

    private SqliteTable(byte[] bytes) throws UnreadablePackagesException {
        file = new Bytes(bytes, ByteOrder.BIG_ENDIAN);
        left = bytes.length;
        if (!Arrays.equals(file.slice(0, MAGIC.length), MAGIC)) {
            throw new UnreadablePackagesException(PackageReading.Flaw.UNKNOWN_FORMAT);
        }
        int size = file.u16(16);
        pageSize = size == 1 ? 1 << 16 : size;
        usable = pageSize - file.u8(20);
        if (Integer.bitCount(pageSize) != 1 || usable < 480) {
            throw UnreadablePackagesException.malformed();
        }
        pages = new PageUse(bytes.length, pageSize);
    }

    /** The rows of a table, in no order. */
    static List<SqliteRow> rows(byte[] database, String table) throws UnreadablePackagesException {
        SqliteTable schema = new SqliteTable(database);
        for (SqliteRow row : schema.walk(1)) {
            if (row.text(0).equals("table") && row.text(1).equals(table)) {
                return schema.walk(row.integer(3));
            }
        }
        throw new UnreadablePackagesException(PackageReading.Flaw.UNKNOWN_FORMAT);
    }

    private List<SqliteRow> walk(long root) throws UnreadablePackagesException {
        List<SqliteRow> rows = new ArrayList<>();
        Deque<Long> next = new ArrayDeque<>(List.of(root));
        while (!next.isEmpty()) {
            long page = next.pop();
            pages.use(page - 1);
            long start = (page - 1) * pageSize;
            long header = page == 1 ? FILE_HEADER : start;
            int cells = file.u16(header + 3);
            int kind = file.u8(header);
            int length = kind == INTERIOR ? INTERIOR_HEADER : LEAF_HEADER;
            if (header + length + 2L * cells > start + pageSize) {
                throw UnreadablePackagesException.malformed();
            }
            switch (kind) {
                case INTERIOR -> {
                    for (int i = 0; i < cells; i++) {
                        next.push(file.u32(start + file.u16(header + INTERIOR_HEADER + 2L * i)));
                    }
                    next.push(file.u32(header + LEAF_HEADER));
                }
                case LEAF -> {
                    for (int i = 0; i < cells; i++) {
                        rows.add(row(start + file.u16(header + LEAF_HEADER + 2L * i)));
                    }
                }
                default -> throw UnreadablePackagesException.malformed();
            }
        }
        return rows;
    }

    /** A cell: the length of the row, its number, and as much of it as the page holds. */
    private SqliteRow row(long cell) throws UnreadablePackagesException {
        SqliteVarint length = SqliteVarint.at(file, cell);
        SqliteVarint number = SqliteVarint.at(file, length.end());
        // Rows that overlap would let a small file claim any amount of memory; so would empty ones that cost nothing.
        left -= length.value() + 1;
        if (length.value() < 0 || left < 0) {
            throw UnreadablePackagesException.malformed();
        }
        return new SqliteRow(payload(number.end(), length.value()));
    }

    private byte[] payload(long start, long length) throws UnreadablePackagesException {
        long local = local(length);
        if (local == length) {
            return file.slice(start, length);
        }
        ByteArrayOutputStream payload = new ByteArrayOutputStream((int) length);
        payload.writeBytes(file.slice(start, local));
        long page = file.u32(start + local);
        while (payload.size() < length) {
            pages.use(page - 1);
            long at = (page - 1) * pageSize;
            payload.writeBytes(file.slice(at + 4, Math.min(usable - 4L, length - payload.size())));
            page = file.u32(at);
        }
        return payload.toByteArray();
    }

    /** How much of a row stays in its page: what the format's own formula says. */
    private long local(long length) {
        long most = usable - 35L;
        long least = (usable - 12L) * 32 / 255 - 23;
        long even = least + (length - least) % (usable - 4L);
        return length <= most ? length : even <= most ? even : least;
    }
}
