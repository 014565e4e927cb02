package dev.tagdrift.explain;

/** Why the bytes of a layer cannot be read. */
public enum LayerFlaw {
    /** They are no tar file, or end in the middle of one. */
    MALFORMED,
    /** They unfold to more than anybody would put in a layer. */
    TOO_LARGE,
    /** They are packed with zstd, whose library does not run on this system. */
    NO_ZSTD
}
