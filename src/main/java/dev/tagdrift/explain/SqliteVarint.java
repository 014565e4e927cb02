package dev.tagdrift.explain;

/**
 * A number of one to nine bytes, the high bit of each saying whether more follow.
 *
 * @param value signed
 * @param end where the next byte stands
 */
record SqliteVarint(long value, long end) {
    private static final int LONGEST = 9;

    static SqliteVarint at(Bytes bytes, long start) throws UnreadablePackagesException {
        long value = 0;
        for (int i = 0; i < LONGEST - 1; i++) {
            int next = bytes.u8(start + i);
            value = (value << 7) | (next & 0x7f);
            if (next < 0x80) {
                return new SqliteVarint(value, start + i + 1);
            }
        }
        return new SqliteVarint((value << 8) | bytes.u8(start + LONGEST - 1), start + LONGEST);
    }
}
