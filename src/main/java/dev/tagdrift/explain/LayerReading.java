package dev.tagdrift.explain;

/** What came of reading a layer. */
sealed interface LayerReading {
    /**
     * It could be read, as far as was wanted.
     *
     * @param files that it tells
     */
    record Read(LayerFiles files) implements LayerReading {}

    /**
     * It cannot be.
     *
     * @param flaw of its bytes
     */
    record Flawed(LayerFlaw flaw) implements LayerReading {}
}
