package dev.tagdrift.registry;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who is trusted over TLS, and who we are.
 *
 * @param roots certificates that are trusted in place of Java's own
 * @param authorities certificates that are trusted besides for one registry, by its host as references name it
 * @param folders as Docker's {@code certs.d}: each holds folders named like registries, with {@code *.crt} that are
 *     trusted besides, and {@code *.cert} with {@code *.key} that say who we are
 */
public record Trust(Optional<Path> roots, Map<String, Path> authorities, List<Path> folders) {
    /** As Java does. */
    public static final Trust USUAL = new Trust(Optional.empty(), Map.of(), List.of());

    /** Copies the collections. */
    public Trust {
        authorities = Map.copyOf(authorities);
        folders = List.copyOf(folders);
    }
}
