package dev.tagdrift.demo;

import dev.tagdrift.image.Descriptor;
import dev.tagdrift.image.Digest;
import dev.tagdrift.image.MediaType;

/** Bytes under their true digest. */
public final class Content {
    private final Descriptor descriptor;
    private final byte[] bytes;

    private Content(Descriptor descriptor, byte[] bytes) {
        this.descriptor = descriptor;
        this.bytes = bytes;
    }

    /** These bytes, as content of this type. */
    public static Content of(MediaType type, byte[] bytes) {
        byte[] own = bytes.clone();
        return new Content(new Descriptor(Digest.of(own), type), own);
    }

    /** Names the bytes. */
    public Descriptor descriptor() {
        return descriptor;
    }

    /** The digest of the bytes. */
    public Digest digest() {
        return descriptor.digest();
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    int size() {
        return bytes.length;
    }
}
