package dev.tagdrift.resolve;

import dev.tagdrift.image.Descriptor;
import dev.tagdrift.image.ImageConfig;
import dev.tagdrift.image.Repository;

/**
 * Where blobs are.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-blobs">OCI distribution
 *     specification, Pulling blobs</a>
 */
public interface BlobStore {
    /** What an image's configuration says, its bytes held against the digest. */
    Answer<ImageConfig> config(Repository repository, Descriptor config);

    /** What the reader makes of a blob. Its bytes are held against the digest only if it reads all of them. */
    <T> Answer<T> read(Repository repository, Descriptor blob, BlobReader<T> reader);
}
