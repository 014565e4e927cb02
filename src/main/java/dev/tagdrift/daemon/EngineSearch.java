package dev.tagdrift.daemon;

import dev.tagdrift.daemon.EngineLocation.At;
import dev.tagdrift.daemon.EngineLocation.Unknown;
import dev.tagdrift.resolve.ResolutionFailure.NoEngine;
import dev.tagdrift.resolve.ResolutionFailure.NoEngine.Hindrance;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for the engine where Docker's own command does, in its order:
 *
 * <ol>
 *   <li>{@code DOCKER_HOST}, over TLS where {@code DOCKER_TLS_VERIFY} is set;
 *   <li>the context that {@code DOCKER_CONTEXT}, or else {@code currentContext} of config.json names;
 *   <li>the sockets of Docker, rootless Docker, Docker Desktop and Podman, whichever is there.
 * </ol>
 *
 * @see <a href="https://docs.docker.com/engine/manage-resources/contexts/">Docker contexts</a>
 */
public final class EngineSearch {
    private static final Set<String> SCHEMES = Set.of("unix", "tcp", "http", "https");

    private final Map<String, String> environment;
    private final Path home;
    private final Path system;

    /**
     * Looks at this machine.
     *
     * @param environment the variables of the process
     * @param home of the user
     */
    public EngineSearch(Map<String, String> environment, Path home) {
        this(environment, home, Path.of("/"));
    }

    /** @param system the root of the file system */
    EngineSearch(Map<String, String> environment, Path home, Path system) {
        this.environment = environment;
        this.home = home;
        this.system = system;
    }

    /** Where the engine is. Nobody is asked. */
    public EngineLocation find() {
        Path folder = variable("DOCKER_CONFIG").map(Path::of).orElse(home.resolve(".docker"));
        Optional<String> host = variable("DOCKER_HOST");
        if (host.isPresent()) {
            boolean tls = variable("DOCKER_TLS_VERIFY").isPresent();
            Path certificates = variable("DOCKER_CERT_PATH").map(Path::of).orElse(folder);
            return at(host.get(), tls ? Optional.of(certificates) : Optional.empty());
        }
        Contexts contexts = new Contexts(folder);
        return variable("DOCKER_CONTEXT")
                .or(contexts::current)
                .filter(name -> !name.equals(Contexts.DEFAULT))
                .map(contexts::find)
                .orElseGet(this::socket);
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    /** Reads an address as Docker writes it: {@code tcp://host} has the port 2375, or 2376 over TLS. */
    static EngineLocation at(String text, Optional<Path> certificates) {
        try {
            URI host = URI.create(text);
            if (host.getScheme() == null || !SCHEMES.contains(host.getScheme())) {
                return new Unknown(new NoEngine(text, Hindrance.UNSUPPORTED, ""));
            }
            if (host.getScheme().equals("unix")) {
                return new At(host, Optional.empty());
            }
            if (host.getHost() == null) {
                return new Unknown(new NoEngine(text, Hindrance.UNSUPPORTED, ""));
            }
            boolean tls = certificates.isPresent() || host.getScheme().equals("https");
            int port = host.getPort() >= 0 ? host.getPort() : tls ? 2376 : 2375;
            return new At(URI.create("tcp://" + host.getHost() + ":" + port), certificates);
        } catch (IllegalArgumentException e) {
            return new Unknown(new NoEngine(text, Hindrance.UNSUPPORTED, ""));
        }
    }

    private EngineLocation socket() {
        List<Path> places = new ArrayList<>(List.of(system.resolve("var/run/docker.sock")));
        Optional<Path> own = variable("XDG_RUNTIME_DIR").map(Path::of);
        own.ifPresent(folder -> places.add(folder.resolve("docker.sock")));
        places.add(home.resolve(".docker/run/docker.sock"));
        own.ifPresent(folder -> places.add(folder.resolve("podman/podman.sock")));
        places.add(system.resolve("run/podman/podman.sock"));
        return places.stream()
                .filter(Files::exists)
                .findFirst()
                .<EngineLocation>map(socket -> new At(URI.create("unix://" + socket), Optional.empty()))
                .orElse(new Unknown(new NoEngine("the Docker engine", Hindrance.NOWHERE, "")));
    }
}
