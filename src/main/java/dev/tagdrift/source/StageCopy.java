package dev.tagdrift.source;

import dev.tagdrift.image.ImageReference;

/**
 * A COPY that brings files of one image into a stage on another.
 *
 * @param location of the COPY
 * @param from the image that the files come from, or that the stage which made them begins with
 * @param into the image that the stage begins with which takes them
 */
public record StageCopy(Location location, ImageReference from, ImageReference into) {}
