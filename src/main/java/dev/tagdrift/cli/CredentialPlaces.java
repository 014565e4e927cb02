package dev.tagdrift.cli;

import dev.tagdrift.auth.CredentialPrograms;
import dev.tagdrift.auth.CredentialStore;
import dev.tagdrift.auth.CredentialWarning;
import dev.tagdrift.auth.CredentialWarning.BadEntry;
import dev.tagdrift.auth.CredentialWarning.HelperFailed;
import dev.tagdrift.auth.CredentialWarning.HelperMissing;
import dev.tagdrift.auth.CredentialWarning.HelperSlow;
import dev.tagdrift.auth.CredentialWarning.Malformed;
import dev.tagdrift.auth.CredentialWarning.Unreadable;
import dev.tagdrift.auth.Credentials;
import dev.tagdrift.auth.Credentials.Places;
import dev.tagdrift.registry.RunLimit;
import dev.tagdrift.report.CredentialWording;
import dev.tagdrift.report.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the places of this machine where credentials are kept; docs/reference/registries.md has their order. */
final class CredentialPlaces {
    private static final Duration HELPER_LIMIT = Duration.ofSeconds(15);
    private static final Path PODMAN = Path.of("containers", "auth.json");

    private final Surroundings surroundings;

    CredentialPlaces(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** The helpers that the places may name. */
    CredentialPrograms helpers(RunLimit limit, Screen screen) {
        return new CredentialPrograms(
                surroundings.environment(),
                () -> limit.left(surroundings.clock(), HELPER_LIMIT),
                warning -> screen.tell(message(warning)));
    }

    CredentialStore read(CredentialPrograms helpers, Screen screen) {
        Places places = new Places(variable("DOCKER_AUTH_CONFIG").orElse(""), files());
        return Credentials.read(places, helpers, warning -> screen.tell(message(warning)));
    }

    private List<Path> files() {
        List<Path> files = new ArrayList<>();
        files.add(folder("DOCKER_CONFIG")
                .orElse(surroundings.home().resolve(".docker"))
                .resolve("config.json"));
        Optional<Path> named = folder("REGISTRY_AUTH_FILE");
        if (named.isPresent()) {
            files.add(named.get());
        } else {
            folder("XDG_RUNTIME_DIR").ifPresent(run -> files.add(run.resolve(PODMAN)));
            files.add(folder("XDG_CONFIG_HOME")
                    .orElse(surroundings.home().resolve(".config"))
                    .resolve(PODMAN));
        }
        return files;
    }

    private Optional<Path> folder(String name) {
        return variable(name).map(surroundings.workingDirectory()::resolve);
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(surroundings.environment().get(name)).filter(value -> !value.isEmpty());
    }

    private static Message message(CredentialWarning warning) {
        return switch (warning) {
            case Unreadable(String file, IOException problem) ->
                CredentialWording.unreadable(file, Reasons.of(problem));
            case Malformed(String source, int line) -> CredentialWording.malformed(source, line);
            case BadEntry(String source, String registry) -> CredentialWording.badEntry(source, registry);
            case HelperMissing(String program, String registry) -> CredentialWording.helperMissing(program, registry);
            case HelperFailed(String program, String registry, String detail) ->
                CredentialWording.helperFailed(program, registry, detail);
            case HelperSlow(String program, String registry, Duration limit) ->
                CredentialWording.helperSlow(program, registry, limit);
        };
    }
}
