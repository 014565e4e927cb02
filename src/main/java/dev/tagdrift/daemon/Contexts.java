package dev.tagdrift.daemon;

import dev.tagdrift.daemon.EngineLocation.Unknown;
import dev.tagdrift.image.Digest;
import dev.tagdrift.resolve.ResolutionFailure.NoEngine;
import dev.tagdrift.resolve.ResolutionFailure.NoEngine.Hindrance;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The engines that Docker's own command knows by name, in the folder of its configuration. */
final class Contexts {
    /** The name that stands for no context at all. */
    static final String DEFAULT = "default";

    private final Path folder;

    /** @param folder of Docker's configuration, such as {@code ~/.docker} */
    Contexts(Path folder) {
        this.folder = folder;
    }

    /** The name that the configuration chooses; a file that cannot be read chooses none. */
    Optional<String> current() {
        try {
            return ContextCodec.current(Files.readAllBytes(folder.resolve("config.json")));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    EngineLocation find(String name) {
        String key = Digest.of(name.getBytes(StandardCharsets.UTF_8)).hex();
        try {
            Path meta = folder.resolve("contexts/meta").resolve(key).resolve("meta.json");
            Path certificates = folder.resolve("contexts/tls").resolve(key).resolve("docker");
            return EngineSearch.at(
                    ContextCodec.host(Files.readAllBytes(meta)),
                    Optional.of(certificates).filter(Files::isDirectory));
        } catch (IOException e) {
            return new Unknown(new NoEngine("the Docker context " + name, Hindrance.BAD_CONTEXT, ""));
        }
    }
}
