package dev.tagdrift.resolve;

import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.image.Platform;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a check asks about one tag.
 *
 * @param name the tag
 * @param locked the digest that the tag is expected to name; empty where every use is pinned, so that the tag may name
 *     any
 * @param pins the digests that files pin the tag to
 * @param read the digest whose image is read even if the tag has not moved: the lockfile does not tell what is asked of
 *     it
 * @param platforms that are asked for; of an image that has moved, those that changed tell when it was built, and on
 *     which release of a system
 * @param images that are locked for platforms: what has not changed tells nothing new
 */
public record TagQuestion(
        Tagged name,
        Optional<Digest> locked,
        Set<Digest> pins,
        Optional<Digest> read,
        List<Platform> platforms,
        Set<Digest> images) {
    /** Copies the collections. */
    public TagQuestion {
        pins = Set.copyOf(pins);
        images = Set.copyOf(images);
        platforms = List.copyOf(platforms);
    }
}
