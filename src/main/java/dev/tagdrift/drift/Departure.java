package dev.tagdrift.drift;

import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageReference.Tagged;

/**
 * A tag has left an image that somebody holds on to.
 *
 * @param image the tag
 * @param from the digest that is locked or pinned
 * @param to the digest that the tag names now
 */
public record Departure(Tagged image, Digest from, Digest to) {}
