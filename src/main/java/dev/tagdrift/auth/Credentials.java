package dev.tagdrift.auth;

import dev.tagdrift.image.Repository;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Every place where credentials are kept, in their order; the first that has one for a repository counts. */
public final class Credentials implements CredentialStore {
    private final List<DockerConfig> sources;

    private Credentials(List<DockerConfig> sources) {
        this.sources = List.copyOf(sources);
    }

    /**
     * Where credentials are kept.
     *
     * @param text what the variable {@code DOCKER_AUTH_CONFIG} holds, empty if nothing; it comes first
     * @param files Docker's {@code config.json} and podman's {@code auth.json} files, in their order; may be missing
     */
    public record Places(String text, List<Path> files) {
        /** Copies the list. */
        public Places {
            files = List.copyOf(files);
        }

        /** Does not show the text. */
        @Override
        public String toString() {
            return "Places" + files;
        }
    }

    /**
     * Reads all places.
     *
     * @param helpers the programs that they may name
     * @param warn told what cannot be read
     */
    public static Credentials read(Places places, CredentialPrograms helpers, Consumer<CredentialWarning> warn) {
        List<DockerConfig> sources = new ArrayList<>();
        if (!places.text().isBlank()) {
            sources.add(DockerConfig.parse("DOCKER_AUTH_CONFIG", places.text(), helpers));
        }
        places.files().forEach(file -> sources.add(DockerConfig.read(file, helpers)));
        sources.forEach(source -> source.warnings().forEach(warn));
        return new Credentials(sources);
    }

    @Override
    public Optional<Credential> find(Repository repository) {
        return sources.stream()
                .flatMap(source -> source.find(repository).stream())
                .findFirst();
    }
}
