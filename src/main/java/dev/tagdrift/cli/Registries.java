package dev.tagdrift.cli;

import dev.tagdrift.auth.CredentialPrograms;
import dev.tagdrift.explain.InstalledPackages;
import dev.tagdrift.explain.LayerCache;
import dev.tagdrift.explain.OsReleases;
import dev.tagdrift.explain.PackageReader;
import dev.tagdrift.registry.Proxies;
import dev.tagdrift.registry.RegistryClient;
import dev.tagdrift.registry.RegistryClient.Network;
import dev.tagdrift.registry.RunLimit;
import dev.tagdrift.registry.Trust;
import dev.tagdrift.report.Message;
import dev.tagdrift.report.NetworkWording;
import dev.tagdrift.resolve.BatchResolver;
import dev.tagdrift.resolve.Quota;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Everything that talks to registries, put together for one run and closed at its end.
 *
 * @param client asks them
 * @param resolver asks them about many images at once
 * @param packages tells what is installed in images
 * @param progress shows how far it is
 */
record Registries(RegistryClient client, BatchResolver resolver, PackageReader packages, Progress progress)
        implements AutoCloseable {
    /** As many as a server takes on one HTTP/2 connection; over HTTP/1.1 the client itself sends fewer. */
    private static final int QUESTIONS_AT_A_TIME = 128;

    static Registries open(
            Workspace workspace, CommonOptions options, Surroundings surroundings, Screen screen, int questions)
            throws Stop {
        Proxies proxies = Proxies.of(surroundings.environment());
        proxies.unusable().forEach(name -> screen.tell(NetworkWording.badProxy(name)));
        RunLimit limit = RunLimit.from(surroundings.clock(), workspace.timeout());
        Network network = new Network(proxies, trust(workspace, surroundings, options), Optional.of(limit));
        CredentialPlaces places = new CredentialPlaces(surroundings);
        CredentialPrograms helpers = places.helpers(limit, screen);
        RegistryClient client = RegistryClient.create(
                places.read(helpers, screen),
                workspace.settings().registries(),
                network,
                "tagdrift/" + Version.number(),
                surroundings.clock());
        // The client first: it has to know why a helper ends without an answer.
        surroundings.interruption().onCome(client::interrupt);
        surroundings.interruption().onCome(helpers::interrupt);
        Progress progress = Progress.start(surroundings.err(), surroundings.watched() && !options.quiet, questions);
        LayerCache cache = options.noCache ? LayerCache.NONE : LayerCache.in(CacheFolder.of(surroundings));
        BatchResolver resolver = new BatchResolver(
                client, client, new OsReleases(client, cache), QUESTIONS_AT_A_TIME, progress::answered);
        return new Registries(client, resolver, new InstalledPackages(client, client, cache, progress), progress);
    }

    private static Trust trust(Workspace workspace, Surroundings surroundings, CommonOptions options) throws Stop {
        Map<String, Path> authorities = new TreeMap<>();
        String settings = options.config.orElse(Root.SETTINGS);
        for (var one : new TreeMap<>(workspace.settings().registries()).entrySet()) {
            if (one.getValue().caFile().isPresent()) {
                authorities.put(
                        one.getKey(),
                        certificates(
                                workspace.root().folder(),
                                one.getValue().caFile().get(),
                                reason -> NetworkWording.badAuthority(settings, one.getKey(), reason)));
            }
        }
        String roots = surroundings.environment().getOrDefault("SSL_CERT_FILE", "");
        Path certs = Path.of("certs.d");
        return new Trust(
                roots.isEmpty()
                        ? Optional.empty()
                        : Optional.of(certificates(
                                surroundings.workingDirectory(),
                                roots,
                                reason -> NetworkWording.badRoots("SSL_CERT_FILE", reason))),
                authorities,
                List.of(
                        surroundings.home().resolve(".config/containers").resolve(certs),
                        Path.of("/etc/containers").resolve(certs),
                        Path.of("/etc/docker").resolve(certs)));
    }

    /** A file of certificates; it is read now, so that one that cannot be used is told before anybody is asked. */
    private static Path certificates(Path folder, String name, Function<String, Message> complaint) throws Stop {
        try {
            Path file = folder.resolve(name);
            Trust.check(file);
            return file;
        } catch (FileSystemException e) {
            throw new Stop(complaint.apply(name + ": " + Reasons.of(e)));
        } catch (IOException e) {
            throw new Stop(complaint.apply(String.valueOf(e.getMessage())));
        } catch (InvalidPathException e) {
            throw new Stop(complaint.apply(name + " is no name of a file"));
        }
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
