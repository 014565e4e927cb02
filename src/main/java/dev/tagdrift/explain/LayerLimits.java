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
    private static final long MEBI = 1L << 20;

    /** Sparse files such as {@code /var/log/lastlog} make honest layers that unfold a thousandfold. */
    static final LayerLimits USUAL =
            new LayerLimits(32 * 1024 * MEBI, 2 * 1024 * MEBI, 100, (int) MEBI, 4_000_000, 32 * MEBI);
}
