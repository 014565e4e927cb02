package dev.tagdrift.explain;

/**
 * How much is taken from a stranger's layer.
 *
 * @param unpacked bytes in all
 * @param free of them, whatever they are packed into; beyond, {@code ratio} counts
 * @param ratio of unpacked bytes to packed ones
 * @param header bytes of one entry, long names included
 * @param entries in all
 * @param kept bytes of wanted files and their names, together; of one layer, and of one image
 */
record LayerLimits(long unpacked, long free, int ratio, int header, int entries, long kept) {
    private static final long KIBI = 1L << 10;
    private static final long MEBI = 1L << 20;

    /** Sparse files such as {@code /var/log/lastlog} make honest layers that unfold a thousandfold. */
    static final LayerLimits USUAL =
            new LayerLimits(32 * 1024 * MEBI, 2 * 1024 * MEBI, 100, (int) MEBI, 4_000_000, 32 * MEBI);

    /** Many images are asked for their release at the same time, and its files are small: all images share one memory. */
    static final LayerLimits OF_RELEASE = USUAL.keeping(256 * KIBI);

    private LayerLimits keeping(long bytes) {
        return new LayerLimits(unpacked, free, ratio, header, entries, bytes);
    }
}
