package dev.tagdrift.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

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

    /**
     * Looks whether certificates can be read out of a file.
     *
     * @throws IOException if not
     */
    public static void check(Path file) throws IOException {
        Certificates.read(file);
    }

    /** The same, where the authorities are those of other servers. */
    Trust at(UnaryOperator<String> server) {
        Map<String, Path> moved = new HashMap<>();
        new TreeMap<>(authorities).forEach((registry, file) -> moved.putIfAbsent(server.apply(registry), file));
        return new Trust(roots, moved, folders);
    }

    /** Copies the collections. */
    public Trust {
        authorities = Map.copyOf(authorities);
        folders = List.copyOf(folders);
    }
}
