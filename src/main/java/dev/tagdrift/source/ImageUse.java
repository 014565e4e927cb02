package dev.tagdrift.source;

import dev.tagdrift.dockerfile.Pull;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.Platform;
import java.util.Optional;
import java.util.SortedSet;

/**
 * A place that names an image.
 *
 * @param location of the reference's first character
 * @param written the reference as it stands in the file, variables and all
 * @param reference what it means
 * @param instruction that names it
 * @param stage the name of the stage it stands in, if that has one
 * @param platforms that it is pulled for
 * @param required those of the platforms that somebody configured, by flag, settings or a constant {@code --platform}:
 *     an image without one of them will not build
 */
public record ImageUse(
        Location location,
        String written,
        ImageReference reference,
        Pull.Instruction instruction,
        Optional<String> stage,
        SortedSet<Platform> platforms,
        SortedSet<Platform> required) {}
