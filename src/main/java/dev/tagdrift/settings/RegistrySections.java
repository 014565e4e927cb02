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
import java.util.regex.Pattern;

/** Reads what is said about registries, by their hosts, or parts of them. */
final class RegistrySections {
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,3}");
    private static final List<String> TRUTHS = List.of("true", "false");

    private final List<SettingsProblem> problems;

    RegistrySections(List<SettingsProblem> problems) {
        this.problems = problems;
    }

    Map<String, RegistrySettings> read(Section section) {
        Map<String, RegistrySettings> registries = new HashMap<>();
        Map<String, Integer> lines = new HashMap<>();
        for (Entry entry : section.all()) {
            Optional<String> host = part(entry.key());
            if (host.isEmpty()) {
                entry.bad(entry.key(), Expected.REGISTRY, Optional.empty());
                // What is said about it could be anything, and would only be told again.
                continue;
            }
            RegistrySettings settings =
                    entry.key().indexOf('/') < 0 ? registry(entry.section()) : partOfRegistry(entry.section());
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

    /**
     * A host as references have it, or with a part of the path: what a reference would take for a folder of Docker Hub
     * never matches.
     */
    private static Optional<String> part(String key) {
        try {
            Repository inside = ImageReference.parse(key + "/x/y").repository();
            String name = inside.registry() + "/" + inside.path();
            String part = name.substring(0, name.length() - "/x/y".length());
            int slash = key.indexOf('/');
            boolean whole =
                    slash < 0 ? inside.path().equals("x/y") : inside.path().equals(key.substring(slash + 1) + "/x/y");
            return Optional.of(part).filter(any -> whole);
        } catch (InvalidReferenceException e) {
            return Optional.empty();
        }
    }

    private static RegistrySettings partOfRegistry(Section section) {
        var settings = new RegistrySettings(
                Optional.empty(), false, Optional.empty(), upstream(section), Optional.empty(), Optional.empty());
        section.rejectOthers();
        return settings;
    }

    private static Optional<String> upstream(Section section) {
        return section.get("upstream").flatMap(entry -> entry.read(Expected.REGISTRY, RegistrySections::part));
    }

    private static RegistrySettings registry(Section section) {
        var settings = new RegistrySettings(
                section.get("mirror").flatMap(RegistrySections::mirror),
                truth(section, "fallback").orElse(false),
                truth(section, "tls"),
                upstream(section),
                section.get("ca-file")
                        .flatMap(entry -> entry.read(
                                Expected.FILE, text -> Optional.of(text).filter(any -> !any.isBlank()))),
                section.get("max-parallel").flatMap(entry -> entry.read(Expected.NUMBER, RegistrySections::number)));
        section.rejectOthers();
        return settings;
    }

    private static Optional<Boolean> truth(Section section, String key) {
        return section.get(key).flatMap(entry -> entry.read(Expected.TRUTH, TRUTHS, Boolean::valueOf));
    }

    private static Optional<Integer> number(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(Integer.valueOf(text)) : Optional.empty();
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
