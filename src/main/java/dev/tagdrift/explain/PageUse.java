package dev.tagdrift.explain;

import java.util.BitSet;

/** The pages of a database. Each belongs in one place: to meet one twice is a cycle, or an attempt at endless work. */
final class PageUse {
    private final int count;
    private final BitSet used = new BitSet();

    PageUse(long fileLength, long pageSize) {
        count = (int) Math.min(Integer.MAX_VALUE, (fileLength + pageSize - 1) / pageSize);
    }

    void use(long page) throws UnreadablePackagesException {
        if (page < 0 || page >= count || used.get((int) page)) {
            throw UnreadablePackagesException.malformed();
        }
        used.set((int) page);
    }
}
