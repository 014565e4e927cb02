package dev.tagdrift.registry;

import dev.tagdrift.auth.CredentialStore;
import dev.tagdrift.image.Descriptor;
import dev.tagdrift.image.ImageConfig;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.Repository;
import dev.tagdrift.image.ResolvedImage;
import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.BlobStore;
import dev.tagdrift.resolve.ManifestStore;
import dev.tagdrift.settings.RegistrySettings;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import okhttp3.Dns;

/**
 * Asks registries over HTTP. May be used by several threads; the calling thread does the work. A thread that is
 * interrupted waits no longer and gets a failure; {@link #close} breaks what is under way in all of them.
 */
public final class RegistryClient implements ManifestStore, BlobStore, AutoCloseable {
    private final Endpoints endpoints;
    private final Wire wire;
    private final Manifests manifests;
    private final Configs configs;

    private RegistryClient(Endpoints endpoints, Wire wire, Manifests manifests, Configs configs) {
        this.endpoints = endpoints;
        this.wire = wire;
        this.manifests = manifests;
        this.configs = configs;
    }

    /**
     * Makes a client.
     *
     * @param credentials of whoever asks
     * @param settings what is special about a registry, by its host as references name it
     * @param userAgent what the client calls itself, such as {@code tagdrift/1.0}
     * @param clock that tells how long it is until a date
     * @throws IllegalArgumentException if a mirror is no http or https address
     */
    public static RegistryClient create(
            CredentialStore credentials, Map<String, RegistrySettings> settings, String userAgent, Clock clock) {
        Patience patience = Patience.usual(() -> ThreadLocalRandom.current().nextDouble());
        return create(credentials, settings, userAgent, new Pace(patience, Timeouts.USUAL, clock, Thread::sleep));
    }

    static RegistryClient create(
            CredentialStore credentials, Map<String, RegistrySettings> settings, String userAgent, Pace pace) {
        Hosts hosts = new Hosts(Dns.SYSTEM);
        Wire wire = new Wire(pace.timeouts(), Dns.SYSTEM);
        Sender sender = new Retries(new Redirects(wire, hosts), pace.patience(), pace.clock(), pace.sleeper());
        Requests requests = new Requests(userAgent);
        StatusFailures failures = new StatusFailures(pace.clock());
        TokenEndpoint tokens = new TokenEndpoint(sender, requests, failures);
        Authorizer authorizer = new Authorizer(sender, credentials, new Challenges(hosts), tokens);
        return new RegistryClient(
                new Endpoints(settings),
                wire,
                new Manifests(authorizer, requests, failures),
                new Configs(authorizer, requests, failures));
    }

    /**
     * Everything that has to do with time.
     *
     * @param patience between attempts
     * @param timeouts of each attempt
     * @param clock for dates in answers
     * @param sleeper that waits
     */
    record Pace(Patience patience, Timeouts timeouts, Clock clock, Sleeper sleeper) {}

    @Override
    public Answer<Descriptor> head(ImageReference reference) {
        return endpoints.of(reference.repository()).then(endpoint -> manifests.head(Pull.of(endpoint, reference)));
    }

    @Override
    public Answer<ResolvedImage> get(ImageReference reference) {
        return endpoints.of(reference.repository()).then(endpoint -> manifests.get(Pull.of(endpoint, reference)));
    }

    @Override
    public Answer<ImageConfig> config(Repository repository, Descriptor config) {
        return endpoints.of(repository).then(endpoint -> configs.get(endpoint, config));
    }

    @Override
    public void close() {
        wire.close();
    }
}
