package dev.tagdrift.image;

/**
 * A pointer to content.
 *
 * @param digest of the content
 * @param mediaType of the content
 * @see <a href="https://github.com/opencontainers/image-spec/blob/main/descriptor.md">OCI content descriptors</a>
 */
public record Descriptor(Digest digest, MediaType mediaType) {}
