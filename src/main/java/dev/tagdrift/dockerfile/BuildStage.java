package dev.tagdrift.dockerfile;

import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.Platform;
import java.util.List;
import java.util.Optional;

/**
 * A stage of a build, and what its files come from.
 *
 * @param index from 0, in the order of the file
 * @param name as the file writes it
 * @param line of its FROM, from 1
 * @param root what it begins with, at the end of the chain of stages that it is built on
 * @param copies what COPY takes from elsewhere
 */
public record BuildStage(int index, Optional<String> name, int line, Root root, List<Copied> copies) {
    /** Copies the list. */
    public BuildStage {
        copies = List.copyOf(copies);
    }

    /** What a stage begins with. */
    public sealed interface Root {
        /**
         * An image.
         *
         * @param reference of it
         * @param platform that it is taken for
         */
        record Image(ImageReference reference, Platform platform) implements Root {}

        /** Nothing at all: {@code scratch}. */
        record Nothing() implements Root {}

        /** What cannot be read out of the file, or a named context that is no image. */
        record Unknown() implements Root {}
    }

    /**
     * Files of somewhere else.
     *
     * @param line of the COPY, from 1
     * @param from what the files come from: the image itself, or what the stage that had them begins with
     */
    public record Copied(int line, Root from) {}
}
