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
import okhttp3.HttpUrl;

/** Knows which server is asked for a repository. */
final class Endpoints {
    private static final String HUB_SERVER = "registry-1.docker.io";

    private final Map<String, RegistrySettings> settings;
    private final Map<String, HttpUrl> mirrors = new HashMap<>();

    /** @throws IllegalArgumentException if a mirror is no http or https address */
    Endpoints(Map<String, RegistrySettings> settings) {
        this.settings = Map.copyOf(settings);
        settings.forEach((registry, one) -> one.mirror().ifPresent(mirror -> mirrors.put(registry, address(mirror))));
    }

    private static HttpUrl address(URI mirror) {
        return HttpUrl.get(mirror.toString());
    }

    Answer<Endpoint> of(Repository repository) {
        String registry = repository.registry();
        return Optional.ofNullable(mirrors.get(registry))
                .map(mirror -> mirrored(repository, mirror))
                .or(() -> Optional.ofNullable(HttpUrl.parse(root(registry)))
                        .map(root -> new Endpoint(registry, root, repository)))
                .<Answer<Endpoint>>map(Answer.Found::new)
                .orElseGet(() -> new Answer.Failed<>(new Unreachable(registry, Obstacle.UNKNOWN_HOST, registry)));
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

    private static String authority(HttpUrl url) {
        String host = url.host().indexOf(':') < 0 ? url.host() : "[" + url.host() + "]";
        return url.port() == HttpUrl.defaultPort(url.scheme()) ? host : host + ":" + url.port();
    }

    private String root(String registry) {
        String server = registry.equals(Repository.DOCKER_HUB) ? HUB_SERVER : registry;
        return (speaksTls(registry, server) ? "https://" : "http://") + server + "/";
    }

    private boolean speaksTls(String registry, String server) {
        Optional<Boolean> configured =
                Optional.ofNullable(settings.get(registry)).flatMap(RegistrySettings::tls);
        return configured.orElseGet(() -> {
            HttpUrl url = HttpUrl.parse("http://" + server + "/");
            return url == null || !Hosts.isLoopback(url);
        });
    }
}
