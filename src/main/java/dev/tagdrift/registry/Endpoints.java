package dev.tagdrift.registry;

import dev.tagdrift.image.Repository;
import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.ResolutionFailure.Unreachable;
import dev.tagdrift.resolve.ResolutionFailure.Unreachable.Obstacle;
import dev.tagdrift.settings.RegistrySettings;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;

/** Knows which server is asked for a repository. */
final class Endpoints {
    private static final String HUB_SERVER = "registry-1.docker.io";

    private final Map<String, RegistrySettings> settings;
    private final Map<String, HttpUrl> mirrors = new HashMap<>();
    private final Map<String, Optional<HttpUrl>> roots = new ConcurrentHashMap<>();

    /** @throws IllegalArgumentException if a mirror is no http or https address */
    Endpoints(Map<String, RegistrySettings> settings) {
        this.settings = Map.copyOf(settings);
        settings.forEach((registry, one) -> one.mirror().ifPresent(mirror -> mirrors.put(registry, address(mirror))));
    }

    private static HttpUrl address(URI mirror) {
        return HttpUrl.get(mirror.toString());
    }

    /** Where a repository is asked for: at the upstream of a cache, at a mirror, or at the registry itself. */
    Answer<Endpoint> of(Repository named) {
        Repository repository = source(named);
        String registry = repository.registry();
        return Optional.ofNullable(mirrors.get(registry))
                .map(mirror -> mirrored(repository, mirror))
                .or(() -> direct(repository))
                .<Answer<Endpoint>>map(Answer.Found::new)
                .orElseGet(() -> new Answer.Failed<>(new Unreachable(registry, Obstacle.UNKNOWN_HOST, registry)));
    }

    /** Where it is asked for if the first place does not tell: only where somebody allowed that. */
    Optional<Endpoint> fallback(Repository named) {
        Repository repository = source(named);
        String registry = repository.registry();
        boolean allowed = mirrors.containsKey(registry)
                && settings.getOrDefault(registry, RegistrySettings.NONE).fallback();
        return allowed ? direct(repository) : Optional.empty();
    }

    private Optional<Endpoint> direct(Repository repository) {
        String registry = repository.registry();
        return roots.computeIfAbsent(registry, this::root).map(root -> new Endpoint(registry, root, repository));
    }

    /** The one that is asked in place of a registry; the registry itself where there is none. */
    String server(String registry) {
        return Optional.ofNullable(mirrors.get(registry))
                .map(Endpoints::authority)
                .orElse(registry);
    }

    /** The registry that a server is, as references and settings name it. */
    static String registryAt(HttpUrl url) {
        return url.host().equals(HUB_SERVER) ? Repository.DOCKER_HUB : authority(url);
    }

    /** What is cached, under its name at the source; the longest part that settings name counts. */
    private Repository source(Repository named) {
        String part = named.toString();
        for (int slash = part.lastIndexOf('/'); slash > 0; slash = part.lastIndexOf('/')) {
            part = part.substring(0, slash);
            Optional<String> upstream = Optional.ofNullable(settings.get(part)).flatMap(RegistrySettings::upstream);
            if (upstream.isPresent()) {
                return inside(upstream.get(), named.toString().substring(part.length() + 1));
            }
        }
        return named;
    }

    /** Docker Hub's own images have a folder there that some caches leave out. */
    private static Repository inside(String upstream, String path) {
        int slash = upstream.indexOf('/');
        String registry = slash < 0 ? upstream : upstream.substring(0, slash);
        String whole = slash < 0 ? path : upstream.substring(slash + 1) + "/" + path;
        boolean official = registry.equals(Repository.DOCKER_HUB) && whole.indexOf('/') < 0;
        return new Repository(registry, official ? "library/" + whole : whole);
    }

    /** As in containers-registries.conf(5), a path in the mirror's address goes before that of the repository. */
    private static Endpoint mirrored(Repository repository, HttpUrl mirror) {
        String prefix = String.join(
                "/",
                mirror.pathSegments().stream()
                        .filter(segment -> !segment.isEmpty())
                        .toList());
        String path = prefix.isEmpty() ? repository.path() : prefix + "/" + repository.path();
        Repository asked = new Repository(authority(mirror), path);
        return new Endpoint(
                repository.registry(), mirror.newBuilder().query(null).build(), asked);
    }

    /** Only of TLS the usual port goes without saying: what is kept for a host must not be sent to its plain port. */
    private static String authority(HttpUrl url) {
        String host = url.host().indexOf(':') < 0 ? url.host() : "[" + url.host() + "]";
        return url.isHttps() && url.port() == HttpUrl.defaultPort(url.scheme()) ? host : host + ":" + url.port();
    }

    private Optional<HttpUrl> root(String registry) {
        String server = registry.equals(Repository.DOCKER_HUB) ? HUB_SERVER : registry;
        String scheme = speaksTls(registry, server) ? "https://" : "http://";
        return Optional.ofNullable(HttpUrl.parse(scheme + server + "/"));
    }

    private boolean speaksTls(String registry, String server) {
        RegistrySettings own = settings.getOrDefault(registry, RegistrySettings.NONE);
        Optional<Boolean> configured = own.tls().or(() -> own.caFile().map(authority -> true));
        return configured.orElseGet(() -> {
            HttpUrl url = HttpUrl.parse("http://" + server + "/");
            return url == null || !Hosts.isLoopback(url);
        });
    }
}
