package dev.tagdrift.registry;

import dev.tagdrift.auth.CredentialStore;
import dev.tagdrift.image.Descriptor;
import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageConfig;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.Referrer;
import dev.tagdrift.image.Repository;
import dev.tagdrift.image.ResolvedImage;
import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.BlobReader;
import dev.tagdrift.resolve.BlobStore;
import dev.tagdrift.resolve.ManifestStore;
import dev.tagdrift.resolve.Quota;
import dev.tagdrift.resolve.ResolutionFailure;
import dev.tagdrift.resolve.ResolutionFailure.AtMirror;
import dev.tagdrift.resolve.ResolutionFailure.Interrupted;
import dev.tagdrift.resolve.ResolutionFailure.NotFound;
import dev.tagdrift.resolve.ResolutionFailure.OutOfTime;
import dev.tagdrift.settings.RegistrySettings;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import okhttp3.Dns;

/**
 * Asks registries over HTTP. May be used by several threads; the calling thread does the work. A thread that is
 * interrupted waits no longer and gets a failure; {@link #interrupt} breaks what is under way in all of them.
 */
public final class RegistryClient implements ManifestStore, BlobStore, AutoCloseable {
    private final Endpoints endpoints;
    private final Deadlines deadlines;
    private final Wire wire;
    private final Quotas quotas;
    private final Authorizer authorizer;
    private final Manifests manifests;
    private final Configs configs;
    private final Blobs blobs;
    private final Referrers referrers;

    private RegistryClient(
            CredentialStore credentials,
            Map<String, RegistrySettings> settings,
            Network network,
            String userAgent,
            Pace pace,
            Halt halt) {
        Requests requests = new Requests(userAgent);
        StatusFailures failures = new StatusFailures(pace.clock());
        endpoints = new Endpoints(settings);
        deadlines = new Deadlines(pace.clock(), pace.timeouts().image(), network.limit());
        Dns dns = new BoundedDns(
                network.dns(), () -> deadlines.leftOfRun(pace.timeouts().connect()));
        Hosts hosts = new Hosts(dns);
        Map<String, Integer> bounds = bounds(settings);
        Turnstile turnstile = new Turnstile(bounds);
        wire = new Wire(
                new HttpClients(
                        pace.timeouts(), dns, network.proxies(), network.trust().at(endpoints::server)),
                turnstile,
                pace.timeouts(),
                deadlines,
                halt);
        Sender patient =
                new Retries(new Redirects(wire, hosts), pace.patience(), deadlines, pace.clock(), pace.sleeper());
        Sender inTurn = new Turns(new Troubles(patient, pace.clock()), turnstile, deadlines);
        quotas = new Quotas(new Turns(inTurn, Turnstile.ofTransfers(bounds), deadlines));
        TokenEndpoint tokens = new TokenEndpoint(quotas, requests, failures, pace.clock());
        authorizer =
                new Authorizer(quotas, new Challenges(hosts), new Proofs(credentials, tokens, pace.clock()), failures);
        manifests = new Manifests(authorizer, requests, failures);
        configs = new Configs(authorizer, requests, failures);
        blobs = new Blobs(authorizer, requests, failures);
        referrers = new Referrers(authorizer, requests, failures);
    }

    private static Map<String, Integer> bounds(Map<String, RegistrySettings> settings) {
        Map<String, Integer> bounds = new HashMap<>();
        settings.forEach((registry, one) -> one.maxParallel().ifPresent(most -> bounds.put(registry, most)));
        return bounds;
    }

    /**
     * Makes a client that goes to registries directly and trusts whom Java trusts.
     *
     * @see #create(CredentialStore, Map, Network, String, Clock)
     */
    public static RegistryClient create(
            CredentialStore credentials, Map<String, RegistrySettings> settings, String userAgent, Clock clock) {
        return create(credentials, settings, Network.DIRECT, userAgent, clock);
    }

    /**
     * Makes a client.
     *
     * @param credentials of whoever asks
     * @param settings what is special about a registry, by its host as references name it
     * @param network the way to registries
     * @param userAgent what the client calls itself, such as {@code tagdrift/1.0}
     * @param clock that tells how long it is until a date
     * @throws IllegalArgumentException if a mirror is no http or https address
     */
    public static RegistryClient create(
            CredentialStore credentials,
            Map<String, RegistrySettings> settings,
            Network network,
            String userAgent,
            Clock clock) {
        Patience patience = Patience.usual(() -> ThreadLocalRandom.current().nextDouble());
        Halt halt = new Halt();
        Pace pace = new Pace(patience, Timeouts.USUAL, clock, halt::sleep);
        return new RegistryClient(credentials, settings, network, userAgent, pace, halt);
    }

    static RegistryClient create(
            CredentialStore credentials, Map<String, RegistrySettings> settings, String userAgent, Pace pace) {
        return create(credentials, settings, Network.DIRECT, userAgent, pace);
    }

    static RegistryClient create(
            CredentialStore credentials,
            Map<String, RegistrySettings> settings,
            Network network,
            String userAgent,
            Pace pace) {
        return new RegistryClient(credentials, settings, network, userAgent, pace, new Halt());
    }

    /**
     * The way to registries.
     *
     * @param proxies on it
     * @param trust in who answers
     * @param limit of the whole run
     * @param dns that knows addresses
     */
    public record Network(Proxies proxies, Trust trust, Optional<RunLimit> limit, Dns dns) {
        /** No proxies, the usual trust, all the time there is. */
        public static final Network DIRECT = new Network(Proxies.NONE, Trust.USUAL, Optional.empty());

        /** With the addresses that the system knows. */
        public Network(Proxies proxies, Trust trust, Optional<RunLimit> limit) {
            this(proxies, trust, limit, Dns.SYSTEM);
        }
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
    public void expect(Collection<Repository> repositories) {
        authorizer.expect(repositories.stream()
                .flatMap(repository -> endpoints.of(repository).found().stream())
                .toList());
    }

    @Override
    public Answer<Descriptor> head(ImageReference reference) {
        return ask(reference.repository(), endpoint -> manifests.head(Pull.of(endpoint, reference)));
    }

    @Override
    public Answer<ResolvedImage> get(ImageReference reference) {
        return ask(reference.repository(), endpoint -> manifests.get(Pull.of(endpoint, reference)));
    }

    @Override
    public Answer<Descriptor> glance(ImageReference reference) {
        return ask(reference.repository(), endpoint -> manifests.glance(Pull.of(endpoint, reference)));
    }

    @Override
    public Answer<List<Referrer>> referrers(Repository repository, Digest subject) {
        return ask(repository, endpoint -> referrers.of(endpoint, subject));
    }

    @Override
    public Answer<ImageConfig> config(Repository repository, Descriptor config) {
        return ask(repository, endpoint -> configs.get(endpoint, config));
    }

    @Override
    public <T> Answer<T> read(Repository repository, Descriptor blob, BlobReader<T> reader) {
        return ask(repository, endpoint -> blobs.read(endpoint.until(deadlines.ofRun()), blob, reader));
    }

    private <T> Answer<T> ask(Repository repository, Function<Endpoint, Answer<T>> question) {
        Answer<T> answer = endpoints.of(repository).then(endpoint -> ask(endpoint, question));
        boolean helpless = answer.failure().map(RegistryClient::isFinal).orElse(true);
        return helpless
                ? answer
                : endpoints
                        .fallback(repository)
                        .map(endpoint -> ask(endpoint, question))
                        .map(RegistryClient::besideMirror)
                        .orElse(answer);
    }

    /**
     * The time of a question begins with its turn. Who was kept from finding a login by the end of the run looks denied:
     * then the end is the reason.
     */
    private <T> Answer<T> ask(Endpoint endpoint, Function<Endpoint, Answer<T>> question) {
        Answer<T> answer = authorizer.inTurn(endpoint, () -> question.apply(endpoint.until(deadlines.next())));
        return answer.failure()
                .map(reason -> wire.over(endpoint.registry()).orElse(reason))
                .<Answer<T>>map(reason -> new Answer.Failed<>(endpoint.named(reason)))
                .orElse(answer);
    }

    /** What a mirror shows proves nothing about what its registry shows: there, only a login that counts does. */
    private static <T> Answer<T> besideMirror(Answer<T> answer) {
        return answer instanceof Answer.Failed<T>(NotFound(String registry, boolean said, boolean authenticated))
                ? new Answer.Failed<>(new NotFound(registry, said && authenticated, authenticated))
                : answer;
    }

    private static boolean isFinal(ResolutionFailure failure) {
        return switch (failure) {
            case AtMirror(String mirror, ResolutionFailure reason) -> isFinal(reason);
            case ResolutionFailure other -> other instanceof OutOfTime || other instanceof Interrupted;
        };
    }

    /** What registries said is left of what they give, by registry. */
    public Map<String, Quota> quotas() {
        return quotas.told();
    }

    /** Ends everything that is under way, and what would begin later, with a failure that says so. */
    public void interrupt() {
        wire.interrupt();
    }

    @Override
    public void close() {
        wire.close();
    }
}
