package dev.tagdrift.resolve;

import java.util.Optional;

/** The images that a build on this machine finds without asking a registry. */
@FunctionalInterface
public interface LocalImages extends AutoCloseable {
    /**
     * The image that a build would take for this name.
     *
     * @param name a reference, or the digest or beginning of a digest by which the engine knows an image
     * @return empty if it is not held here
     */
    Answer<Optional<LocalImage>> find(String name);

    @Override
    default void close() {}
}
