package dev.tagdrift.auth;

import dev.tagdrift.image.Repository;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What is kept by the keys that people and programs write for a registry: {@code docker login} writes the host, for Docker
 * Hub {@code https://index.docker.io/v1/}; older versions wrote an address with scheme and path; podman also writes a
 * repository or a part of its path, which then beats the host.
 *
 * @param <T> what is kept
 */
final class AuthEntries<T> {
    /** What {@code docker login} writes for Docker Hub; it beats the aliases. */
    static final String HUB_KEY = "https://index.docker.io/v1/";

    private final Map<String, T> byScope;

    private AuthEntries(Map<String, T> byScope) {
        this.byScope = byScope;
    }

    /**
     * An entry that fits.
     *
     * @param scope the host, or with a part of the repository's path
     * @param value what is kept for it
     * @param <T> its type
     */
    record Match<T>(String scope, T value) {}

    static <T> AuthEntries<T> of(Map<String, T> byKey) {
        Map<String, T> byScope = new LinkedHashMap<>();
        byKey.forEach((key, value) -> {
            String scope = scope(key);
            if (key.equals(scope.equals(Repository.DOCKER_HUB) ? HUB_KEY : scope)) {
                byScope.put(scope, value);
            } else {
                byScope.putIfAbsent(scope, value);
            }
        });
        return new AuthEntries<>(byScope);
    }

    /** The entry of the longest part of the repository's name that has one. */
    Optional<Match<T>> find(Repository repository) {
        String scope = host(repository.registry()) + "/" + repository.path();
        while (true) {
            T value = byScope.get(scope);
            if (value != null) {
                return Optional.of(new Match<>(scope, value));
            }
            int slash = scope.lastIndexOf('/');
            if (slash < 0) {
                return Optional.empty();
            }
            scope = scope.substring(0, slash);
        }
    }

    /** The host alone, or with a path that is part of a repository's name. */
    private static String scope(String key) {
        int scheme = key.indexOf("://");
        String address = stripSlashes(scheme < 0 ? key : key.substring(scheme + "://".length()));
        int slash = address.indexOf('/');
        if (slash < 0) {
            return host(address);
        }
        String path = address.substring(slash + 1);
        boolean ofApi = scheme >= 0 || path.equals("v1") || path.equals("v2");
        return host(address.substring(0, slash)) + (ofApi ? "" : "/" + path);
    }

    private static String stripSlashes(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '/') {
            end--;
        }
        return text.substring(0, end);
    }

    static String host(String written) {
        String host = written.toLowerCase(Locale.ROOT);
        return switch (host) {
            case "index.docker.io", "registry-1.docker.io", "registry.hub.docker.com" -> Repository.DOCKER_HUB;
            default -> host;
        };
    }
}
