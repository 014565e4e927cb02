package dev.tagdrift.settings;

import java.net.URI;
import java.util.Optional;

/**
 * What is special about one registry.
 *
 * @param mirror asked instead of the registry, with the mirror's own credentials; an http or https address
 * @param tls whether TLS is spoken; unless said, everywhere but on loopback
 */
public record RegistrySettings(Optional<URI> mirror, Optional<Boolean> tls) {}
