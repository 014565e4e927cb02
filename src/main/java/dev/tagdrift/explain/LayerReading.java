package dev.tagdrift.explain;

/** What came of reading a layer. */
sealed interface LayerReading {
    /**
     * It could be read, as far as was wanted.
     *
     * @param files that it tells
     * @param whole whether it was read to its end, so that its bytes are known to have the digest
     */
    record Read(LayerFiles files, boolean whole) implements LayerReading {}

    /**
     * It cannot be.
     *
     * @param flaw of its bytes
     */
    record Flawed(LayerFlaw flaw) implements LayerReading {}
}
