package dev.tagdrift.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the folder in which what never changes is kept between runs, by the customs of the system.
 *
 * @see <a href="https://specifications.freedesktop.org/basedir-spec/latest/">XDG base directory specification</a>
 */
final class CacheFolder {
    private static final String OWN = "tagdrift";

    private CacheFolder() {}

    static Path of(Surroundings surroundings) {
        Map<String, String> environment = surroundings.environment();
        Path home = surroundings.home();
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return folder(environment, "XDG_CACHE_HOME")
                .or(() -> folder(environment, "LOCALAPPDATA"))
                .orElse(system.startsWith("mac") ? home.resolve("Library/Caches") : home.resolve(".cache"))
                .resolve(OWN);
    }

    /** One that is relative is not meant to count. */
    private static Optional<Path> folder(Map<String, String> environment, String variable) {
        try {
            return Optional.ofNullable(environment.get(variable)).map(Path::of).filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
