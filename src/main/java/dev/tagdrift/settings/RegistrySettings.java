package dev.tagdrift.settings;

import java.net.URI;
import java.util.Optional;

/**
 * What is special about one registry, or about a part of it.
 *
 * @param mirror asked instead of the registry, with the mirror's own credentials; an http or https address
 * @param fallback whether the registry itself is asked where its mirror does not tell
 * @param tls whether TLS is spoken; unless said, everywhere but on loopback
 * @param upstream the registry, or a part of it, that this one is a pull-through cache of; asked instead, since a cache
 *     tells stale tags
 * @param caFile certificates, in PEM, that are trusted besides the usual ones; relative to the settings
 * @param maxParallel how many questions it is asked at a time
 */
public record RegistrySettings(
        Optional<URI> mirror,
        boolean fallback,
        Optional<Boolean> tls,
        Optional<String> upstream,
        Optional<String> caFile,
        Optional<Integer> maxParallel) {
    /** Nothing special. */
    public static final RegistrySettings NONE = new RegistrySettings(Optional.empty(), Optional.empty());

    /** Only a mirror, or only what is said about TLS. */
    public RegistrySettings(Optional<URI> mirror, Optional<Boolean> tls) {
        this(mirror, false, tls, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
