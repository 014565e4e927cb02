package dev.tagdrift.settings;

import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.InvalidReferenceException;
import dev.tagdrift.image.Repository;
import dev.tagdrift.settings.SettingsProblem.DuplicateKey;
import dev.tagdrift.settings.SettingsProblem.Expected;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what is said about registries, by their hosts. */
final class RegistrySections {
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final List<String> TRUTHS = List.of("true", "false");

    private final List<SettingsProblem> problems;

    RegistrySections(List<SettingsProblem> problems) {
        this.problems = problems;
    }

    Map<String, RegistrySettings> read(Section section) {
        Map<String, RegistrySettings> registries = new HashMap<>();
        Map<String, Integer> lines = new HashMap<>();
        for (Entry entry : section.all()) {
            Optional<String> host = host(entry.key());
            if (host.isEmpty()) {
                entry.bad(entry.key(), Expected.REGISTRY, Optional.empty());
            }
            RegistrySettings settings = registry(entry.section());
            host.ifPresent(name -> {
                registries.put(name, settings);
                Integer first = lines.putIfAbsent(name, entry.line());
                if (first != null) {
                    problems.add(new DuplicateKey(entry.line(), entry.key(), first));
                }
            });
        }
        return registries;
    }

    /** The host as references have it: one that a reference would take for a folder of Docker Hub never matches. */
    private static Optional<String> host(String key) {
        try {
            Repository inside = ImageReference.parse(key + "/x/y").repository();
            return Optional.of(inside.registry())
                    .filter(host -> key.indexOf('/') < 0 && inside.path().equals("x/y"));
        } catch (InvalidReferenceException e) {
            return Optional.empty();
        }
    }

    private static RegistrySettings registry(Section section) {
        var settings = new RegistrySettings(
                section.get("mirror").flatMap(RegistrySections::mirror),
                section.get("tls").flatMap(entry -> entry.read(Expected.TRUTH, TRUTHS, Boolean::valueOf)));
        section.rejectOthers();
        return settings;
    }

    private static Optional<URI> mirror(Entry entry) {
        return entry.read(Expected.WEB_ADDRESS, RegistrySections::address);
    }

    private static Optional<URI> address(String text) {
        try {
            URI address = new URI(text);
            boolean plain = address.getScheme() != null
                    && SCHEMES.contains(address.getScheme())
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null;
            return plain ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
