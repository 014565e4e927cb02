package dev.tagdrift.auth;

import dev.tagdrift.image.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The credentials in one {@code config.json} of Docker's, or {@code auth.json} of podman's: those of the helper that is
 * named for the registry, else of the one that is named for all, else those in the file itself. A helper that knows
 * nothing, or fails, is passed over.
 *
 * @see <a href="https://docs.docker.com/reference/cli/docker/login/#credential-stores">docker login</a>
 */
final class DockerConfig implements CredentialStore {
    private final AuthEntries<Credential> entries;
    private final AuthEntries<String> helpers;
    private final Optional<String> store;
    private final CredentialPrograms programs;
    private final List<CredentialWarning> warnings;

    private DockerConfig(DockerConfigCodec.Auths auths, CredentialPrograms programs, List<CredentialWarning> warnings) {
        this.entries = AuthEntries.of(auths.credentials());
        this.helpers = AuthEntries.of(auths.helpers());
        this.store = auths.store();
        this.programs = programs;
        this.warnings = List.copyOf(warnings);
    }

    /** Reads the file; one that is missing holds nothing, one that is broken holds nothing and warns. */
    static DockerConfig read(Path file, CredentialPrograms programs) {
        try {
            return parse(file.toString(), Files.readAllBytes(file), programs);
        } catch (NoSuchFileException e) {
            return new DockerConfig(DockerConfigCodec.Auths.NONE, programs, List.of());
        } catch (IOException e) {
            return broken(programs, new CredentialWarning.Unreadable(file.toString(), e));
        }
    }

    /** Reads the text of such a file. */
    static DockerConfig parse(String source, String text, CredentialPrograms programs) {
        return parse(source, text.getBytes(StandardCharsets.UTF_8), programs);
    }

    private static DockerConfig parse(String source, byte[] bytes, CredentialPrograms programs) {
        try {
            DockerConfigCodec.Auths auths = DockerConfigCodec.read(bytes);
            List<CredentialWarning> warnings = auths.broken().stream()
                    .<CredentialWarning>map(key -> new CredentialWarning.BadEntry(source, key))
                    .toList();
            return new DockerConfig(auths, programs, warnings);
        } catch (DockerConfigCodec.MalformedConfigException e) {
            return broken(programs, new CredentialWarning.Malformed(source, e.line()));
        }
    }

    private static DockerConfig broken(CredentialPrograms programs, CredentialWarning warning) {
        return new DockerConfig(DockerConfigCodec.Auths.NONE, programs, List.of(warning));
    }

    /** What could not be read. */
    List<CredentialWarning> warnings() {
        return warnings;
    }

    @Override
    public Optional<Credential> find(Repository repository) {
        return helpers.find(repository)
                .flatMap(helper -> programs.ask(helper.value(), helper.scope()))
                .or(() -> store.flatMap(name -> programs.ask(name, AuthEntries.host(repository.registry()))))
                .or(() -> entries.find(repository).map(AuthEntries.Match::value));
    }
}
