package dev.tagdrift.registry;

import dev.tagdrift.auth.Credential;
import dev.tagdrift.auth.CredentialStore;
import dev.tagdrift.auth.Secret;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.InvalidReferenceException;
import dev.tagdrift.settings.RegistrySettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Clients whose waits are written down and take no time. */
final class TestClients {
    static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    static final CredentialStore CI = login("ci", "s3cret");
    static final Timeouts LONG = new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(60));

    private final List<Duration> waits = new CopyOnWriteArrayList<>();

    RegistryClient anonymous() {
        return with(CredentialStore.ANONYMOUS, Map.of(), LONG);
    }

    RegistryClient as(CredentialStore credentials) {
        return with(credentials, Map.of(), LONG);
    }

    RegistryClient with(CredentialStore credentials, Map<String, RegistrySettings> settings, Timeouts timeouts) {
        Patience patience = Patience.usual(() -> 1);
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return RegistryClient.create(
                credentials, settings, "tagdrift/test", new RegistryClient.Pace(patience, timeouts, clock, waits::add));
    }

    RegistryClient over(
            RegistryClient.Network network, CredentialStore credentials, Map<String, RegistrySettings> settings) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        RegistryClient.Pace pace = new RegistryClient.Pace(Patience.usual(() -> 1), LONG, clock, waits::add);
        return RegistryClient.create(credentials, settings, network, "tagdrift/test", pace);
    }

    /** How long was waited, in order. */
    List<Duration> waits() {
        return List.copyOf(waits);
    }

    static CredentialStore login(String user, String password) {
        return always(new Credential.UserPassword(user, new Secret(password)));
    }

    static CredentialStore always(Credential credential) {
        return repository -> Optional.of(credential);
    }

    static ImageReference reference(String text) {
        try {
            return ImageReference.parse(text);
        } catch (InvalidReferenceException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
