package dev.tagdrift.dockerfile;

/** Which line an offset stands in. Counts blocks, not lines: a file can be nothing but line ends. */
final class LineTable {
    private static final int BLOCK = 1 << 10;

    private final String file;
    private final int[] before;

    LineTable(String byteText) {
        file = byteText;
        before = new int[byteText.length() / BLOCK + 1];
        for (int block = 1; block < before.length; block++) {
            before[block] = before[block - 1] + count((block - 1) * BLOCK, block * BLOCK);
        }
    }

    /** The line that an offset stands in, from 1. */
    int lineAt(int offset) {
        int block = offset / BLOCK;
        return 1 + before[block] + count(block * BLOCK, offset);
    }

    private int count(int from, int to) {
        int count = 0;
        for (int at = from; at < to; at++) {
            count += file.charAt(at) == '\n' ? 1 : 0;
        }
        return count;
    }
}
