package dev.tagdrift.dockerfile;

import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.Platform;
import java.util.List;
import java.util.Optional;

/**
 * An image that a build of the file may pull.
 *
 * @param reference what is pulled, after expansion
 * @param written the word as it stands in the file
 * @param span of that word
 * @param line of that word, from 1
 * @param instruction that names the image
 * @param stage the name of the stage it stands in, if that has one
 * @param platform it is pulled for
 * @param platformConstant whether the file itself fixes the platform: {@code --platform} without a platform ARG in it
 * @param defaults of ARGs that a part of the reference comes from, as they stand in the file and in its order
 */
public record Pull(
        ImageReference reference,
        String written,
        Span span,
        int line,
        Instruction instruction,
        Optional<String> stage,
        Platform platform,
        boolean platformConstant,
        List<Span> defaults) {
    /** Copies the collection. */
    public Pull {
        defaults = List.copyOf(defaults);
    }

    /** What names the image. */
    public enum Instruction {
        /** {@code FROM image}. */
        FROM,
        /** {@code COPY --from=image}. */
        COPY,
        /** {@code RUN --mount=from=image}. */
        RUN,
        /** The parser directive {@code # syntax=image}. */
        SYNTAX
    }
}
