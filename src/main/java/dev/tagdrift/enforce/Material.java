package dev.tagdrift.enforce;

import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.Platform;
import java.util.Optional;

/**
 * An image that a builder says it used.
 *
 * @param reference as the builder names it
 * @param platform that it was used for, if that is told
 * @param digest that the reference named
 */
public record Material(ImageReference reference, Optional<Platform> platform, Digest digest) {
    /** Whether this is the base of a build for the platform: what is named without a tag can be any of them. */
    boolean isFor(ImageReference base, Platform built) {
        Optional<String> wanted = base.tagged().map(ImageReference.Tagged::tag);
        Optional<String> told = reference.tagged().map(ImageReference.Tagged::tag);
        return reference.repository().equals(base.repository())
                && (wanted.isEmpty() || told.isEmpty() || told.equals(wanted))
                && platform.map(built::accepts).orElse(true);
    }
}
