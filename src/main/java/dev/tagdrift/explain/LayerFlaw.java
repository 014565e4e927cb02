package dev.tagdrift.explain;

/** Why the bytes of a layer cannot be read. */
public enum LayerFlaw {
    /** They are no tar file, or end in the middle of one. */
    MALFORMED,
    /** They unfold to more than anybody would put in a layer. */
    TOO_LARGE,
    /** What is wanted of them is, with that of the layers below, more than is kept of one image. */
    TOO_MUCH,
    /** They are packed with zstd, whose library does not run on this system. */
    NO_ZSTD
}
