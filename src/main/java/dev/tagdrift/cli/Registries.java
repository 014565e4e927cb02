package dev.tagdrift.cli;

import dev.tagdrift.auth.CredentialWarning;
import dev.tagdrift.auth.CredentialWarning.BadEntry;
import dev.tagdrift.auth.CredentialWarning.Malformed;
import dev.tagdrift.auth.CredentialWarning.Unreadable;
import dev.tagdrift.auth.DockerConfig;
import dev.tagdrift.registry.RegistryClient;
import dev.tagdrift.report.Message;
import dev.tagdrift.report.Wording;
import dev.tagdrift.resolve.BatchResolver;
import dev.tagdrift.settings.Settings;
import java.nio.file.Path;

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
        DockerConfig credentials = DockerConfig.read(dockerConfig(surroundings));
        credentials.warnings().forEach(warning -> screen.tell(message(warning)));
        RegistryClient client = RegistryClient.create(
                credentials, settings.registries(), "tagdrift/" + Version.number(), surroundings.clock());
        return new Registries(client, new BatchResolver(client, client, QUESTIONS_AT_A_TIME));
    }

    private static Path dockerConfig(Surroundings surroundings) {
        String configured = surroundings.environment().getOrDefault("DOCKER_CONFIG", "");
        Path folder = configured.isEmpty()
                ? surroundings.home().resolve(".docker")
                : surroundings.workingDirectory().resolve(configured);
        return folder.resolve("config.json");
    }

    private static Message message(CredentialWarning warning) {
        String file = warning.file().toString();
        return switch (warning) {
            case Unreadable unreadable -> Wording.credentials(file, "it cannot be read: " + unreadable.detail());
            case Malformed malformed -> Wording.credentials(file + ":" + malformed.line(), "it is not JSON");
            case BadEntry entry -> Wording.credentials(file, "the entry for `" + entry.registry() + "` makes no sense");
        };
    }

    @Override
    public void close() {
        client.close();
    }
}
