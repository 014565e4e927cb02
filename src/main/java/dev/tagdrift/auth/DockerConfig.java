package dev.tagdrift.auth;

import dev.tagdrift.image.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The credentials in Docker's {@code config.json}.
 *
 * @see <a href="https://docs.docker.com/reference/cli/docker/login/#credential-stores">docker login</a>
 */
public final class DockerConfig implements CredentialStore {
    private final AuthEntries entries;
    private final List<CredentialWarning> warnings;

    private DockerConfig(Map<String, Credential> credentials, List<CredentialWarning> warnings) {
        this.entries = AuthEntries.of(credentials);
        this.warnings = List.copyOf(warnings);
    }

    /** Reads the file; one that is missing holds nothing, one that is broken holds nothing and warns. */
    public static DockerConfig read(Path file) {
        try {
            DockerConfigCodec.Auths auths = DockerConfigCodec.read(Files.readAllBytes(file));
            List<CredentialWarning> warnings = auths.broken().stream()
                    .<CredentialWarning>map(key -> new CredentialWarning.BadEntry(file, key))
                    .toList();
            return new DockerConfig(auths.credentials(), warnings);
        } catch (NoSuchFileException e) {
            return new DockerConfig(Map.of(), List.of());
        } catch (DockerConfigCodec.MalformedConfigException e) {
            return new DockerConfig(Map.of(), List.of(new CredentialWarning.Malformed(file, e.line())));
        } catch (IOException e) {
            return new DockerConfig(Map.of(), List.of(new CredentialWarning.Unreadable(file, e.toString())));
        }
    }

    /** What could not be read. */
    public List<CredentialWarning> warnings() {
        return warnings;
    }

    @Override
    public Optional<Credential> find(Repository repository) {
        return entries.find(repository);
    }
}
