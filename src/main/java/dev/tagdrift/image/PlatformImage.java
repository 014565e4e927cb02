package dev.tagdrift.image;

import dev.tagdrift.image.ResolvedImage.Single;

/**
 * The image of one platform: what it is made of, and what it says about itself.
 *
 * @param manifest its layers
 * @param config its configuration
 */
public record PlatformImage(Single manifest, ImageConfig config) {}
