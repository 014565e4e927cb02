package dev.tagdrift.dockerfile;

import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.InvalidReferenceException;
import dev.tagdrift.image.Platform;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The contexts of {@code --build-context NAME=SOURCE}, which take the place of a stage or an image.
 *
 * <p>A name is that of a stage, or a reference; both are compared in familiar form and without {@code :latest}. For one
 * platform only it has the platform behind it: {@code NAME::linux/arm64}.
 */
final class NamedContexts {
    private static final String IMAGE = "docker-image:";
    private static final String PLATFORM = "::";
    private static final String LATEST = ":latest";

    private final Map<String, String> sources = new HashMap<>();

    NamedContexts(Map<String, String> contexts) {
        contexts.forEach((name, source) -> sources.put(key(name), source));
    }

    /** What takes the place of a stage; {@code scratch} and {@code context} cannot be replaced. */
    Optional<String> source(String name, Platform platform) {
        if (sources.isEmpty() || name.equalsIgnoreCase("scratch") || name.equalsIgnoreCase("context")) {
            return Optional.empty();
        }
        String familiar = familiar(name);
        return Optional.ofNullable(sources.get(familiar + PLATFORM + platform))
                .or(() -> Optional.ofNullable(sources.get(familiar)));
    }

    /** The reference in a source, or nothing if the source is no image that is pulled. */
    static Optional<String> image(String source) {
        if (!source.startsWith(IMAGE)) {
            return Optional.empty();
        }
        String name = source.substring(IMAGE.length());
        String reference = name.startsWith("//") ? name.substring(2) : name;
        return Optional.of(reference).filter(text -> !text.equals("scratch"));
    }

    private static String key(String name) {
        int platform = name.indexOf(PLATFORM);
        if (platform < 0) {
            return familiar(name);
        }
        String written = name.substring(platform + PLATFORM.length());
        String normal = Platform.parse(written).map(Platform::toString).orElse(written);
        return familiar(name.substring(0, platform)) + PLATFORM + normal;
    }

    private static String familiar(String name) {
        try {
            String familiar = ImageReference.parse(name).familiar();
            return familiar.endsWith(LATEST) ? familiar.substring(0, familiar.length() - LATEST.length()) : familiar;
        } catch (InvalidReferenceException e) {
            return name;
        }
    }
}
