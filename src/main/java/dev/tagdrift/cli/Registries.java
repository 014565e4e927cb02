package dev.tagdrift.cli;

import dev.tagdrift.registry.Proxies;
import dev.tagdrift.registry.RegistryClient;
import dev.tagdrift.registry.RegistryClient.Network;
import dev.tagdrift.registry.Trust;
import dev.tagdrift.report.NetworkWording;
import dev.tagdrift.resolve.BatchResolver;
import dev.tagdrift.resolve.Quota;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that talks to registries, put together for one run and closed at its end.
 *
 * @param client asks them
 * @param resolver asks them about many images at once
 * @param progress shows how far it is
 */
record Registries(RegistryClient client, BatchResolver resolver, Progress progress) implements AutoCloseable {
    /** As many as a server takes on one HTTP/2 connection; over HTTP/1.1 the client itself sends fewer. */
    private static final int QUESTIONS_AT_A_TIME = 100;

    static Registries open(
            Workspace workspace, GeneralOptions options, Surroundings surroundings, Screen screen, int questions)
            throws Stop {
        Proxies proxies = Proxies.of(surroundings.environment());
        proxies.unusable().forEach(name -> screen.tell(NetworkWording.badProxy(name)));
        Network network =
                new Network(proxies, trust(workspace, surroundings), Optional.of(TimeLimit.parse(options.timeout)));
        RegistryClient client = RegistryClient.create(
                new CredentialPlaces(surroundings).read(screen),
                workspace.settings().registries(),
                network,
                "tagdrift/" + Version.number(),
                surroundings.clock());
        surroundings.interruption().onCome(client::interrupt);
        Progress progress = Progress.start(surroundings.err(), surroundings.watched() && !options.quiet, questions);
        BatchResolver resolver = new BatchResolver(client, client, QUESTIONS_AT_A_TIME, progress::answered);
        return new Registries(client, resolver, progress);
    }

    private static Trust trust(Workspace workspace, Surroundings surroundings) {
        Map<String, Path> authorities = new HashMap<>();
        workspace
                .settings()
                .registries()
                .forEach((registry, one) -> one.caFile()
                        .ifPresent(file -> authorities.put(
                                registry, workspace.root().folder().resolve(file))));
        Path certs = Path.of("certs.d");
        return new Trust(
                Optional.ofNullable(surroundings.environment().get("SSL_CERT_FILE"))
                        .filter(file -> !file.isEmpty())
                        .map(surroundings.workingDirectory()::resolve),
                authorities,
                List.of(
                        surroundings.home().resolve(".config/containers").resolve(certs),
                        Path.of("/etc/containers").resolve(certs),
                        Path.of("/etc/docker").resolve(certs)));
    }

    /** What registries said is left of what they give; logged for {@code -v}. */
    SortedMap<String, Quota> quotas(Screen screen) {
        SortedMap<String, Quota> quotas = new TreeMap<>(client.quotas());
        quotas.forEach((registry, quota) -> screen.log(NetworkWording.quota(registry, quota)));
        return quotas;
    }

    @Override
    public void close() {
        progress.close();
        client.close();
    }
}
