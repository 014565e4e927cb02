package dev.tagdrift.resolve;

import dev.tagdrift.image.ImageConfig;
import dev.tagdrift.image.ResolvedImage;

/**
 * An image as it is at one moment.
 *
 * @param image what is under the digest
 * @param config what the image of one platform says about itself, if it could be read: it is worth a line to a reader,
 *     not a failure
 */
public record Snapshot(ResolvedImage image, Answer<ImageConfig> config) {}
