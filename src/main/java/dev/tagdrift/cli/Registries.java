package dev.tagdrift.cli;

import dev.tagdrift.registry.RegistryClient;
import dev.tagdrift.resolve.BatchResolver;
import dev.tagdrift.settings.Settings;

/**
 * Everything that talks to registries, put together for one run and closed at its end.
 *
 * @param client asks them
 * @param resolver asks them about many images at once
 */
record Registries(RegistryClient client, BatchResolver resolver) implements AutoCloseable {
    /** Enough to hide the way to a registry and back, and few enough not to be taken for an attack. */
    private static final int QUESTIONS_AT_A_TIME = 16;

    static Registries open(Settings settings, Surroundings surroundings, Screen screen) {
        RegistryClient client = RegistryClient.create(
                new CredentialPlaces(surroundings).read(screen),
                settings.registries(),
                "tagdrift/" + Version.number(),
                surroundings.clock());
        return new Registries(client, new BatchResolver(client, client, QUESTIONS_AT_A_TIME));
    }

    @Override
    public void close() {
        client.close();
    }
}
