package dev.tagdrift.explain;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** One row of a SQLite table: types of the columns first, then their values. */
final class SqliteRow {
    private static final int[] LENGTHS = {0, 1, 2, 3, 4, 6, 8, 8, 0, 0};
    private static final int ZERO = 8;
    private static final int ONE = 9;
    private static final int FIRST_BLOB = 12;

    private final Bytes record;

    SqliteRow(byte[] record) {
        this.record = new Bytes(record, ByteOrder.BIG_ENDIAN);
    }

    /** The bytes of a text or a blob. */
    byte[] bytes(int column) throws UnreadablePackagesException {
        Column found = column(column);
        if (found.type < FIRST_BLOB) {
            throw UnreadablePackagesException.malformed();
        }
        return record.slice(found.start, found.length());
    }

    String text(int column) throws UnreadablePackagesException {
        return new String(bytes(column), StandardCharsets.UTF_8);
    }

    /** A number that is not negative. */
    long integer(int column) throws UnreadablePackagesException {
        Column found = column(column);
        if (found.type == ZERO || found.type == ONE) {
            return found.type - ZERO;
        }
        if (found.type < 1 || found.type > 4) {
            throw UnreadablePackagesException.malformed();
        }
        long value = 0;
        for (byte next : record.slice(found.start, found.length())) {
            value = (value << 8) | (next & 0xff);
        }
        return value;
    }

    private Column column(int wanted) throws UnreadablePackagesException {
        SqliteVarint header = SqliteVarint.at(record, 0);
        long next = header.end();
        long start = header.value();
        for (int i = 0; next < header.value(); i++) {
            SqliteVarint type = SqliteVarint.at(record, next);
            Column column = new Column(type.value(), start);
            if (i == wanted) {
                return column;
            }
            next = type.end();
            start += column.length();
        }
        throw UnreadablePackagesException.malformed();
    }

    private record Column(long type, long start) {
        long length() throws UnreadablePackagesException {
            if (type < 0 || type == 10 || type == 11) {
                throw UnreadablePackagesException.malformed();
            }
            return type < FIRST_BLOB ? LENGTHS[(int) type] : (type - FIRST_BLOB) / 2;
        }
    }
}
