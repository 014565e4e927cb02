package dev.tagdrift.dockerfile;

import dev.tagdrift.dockerfile.Flags.Flag;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which flags an instruction takes.
 *
 * @param single flags with a value, at most once
 * @param repeated flags with a value, any number of times
 * @param switches flags that can stand without a value, at most once
 */
record FlagRules(Set<String> single, Set<String> repeated, Set<String> switches) {
    static final FlagRules NONE = new FlagRules(Set.of(), Set.of(), Set.of());
    static final FlagRules FROM = new FlagRules(Set.of("platform"), Set.of(), Set.of());
    static final FlagRules COPY =
            new FlagRules(Set.of("from", "chown", "chmod"), Set.of("exclude"), Set.of("link", "parents"));
    static final FlagRules ADD = new FlagRules(
            Set.of("chown", "chmod", "checksum"), Set.of("exclude"), Set.of("link", "keep-git-dir", "unpack"));
    static final FlagRules RUN = new FlagRules(Set.of("network", "security"), Set.of("mount", "device"), Set.of());
    static final FlagRules HEALTHCHECK = new FlagRules(
            Set.of("interval", "timeout", "start-period", "start-interval", "retries"), Set.of(), Set.of());

    private static final Set<String> NETWORKS = Set.of("default", "none", "host");
    private static final Set<String> SECURITY = Set.of("insecure", "sandbox");

    /** The flags that break the rules. */
    List<Flag> broken(Flags flags) {
        Set<String> seen = new HashSet<>();
        return flags.all().stream()
                .filter(flag -> !allows(flag) || (!seen.add(flag.name()) && !repeated.contains(flag.name())))
                .toList();
    }

    private boolean allows(Flag flag) {
        if (switches.contains(flag.name())) {
            return flag.value().map(value -> isBoolean(value.text())).orElse(true);
        }
        boolean known = single.contains(flag.name()) || repeated.contains(flag.name());
        return known && flag.value().filter(value -> takes(flag.name(), value)).isPresent();
    }

    private static boolean isBoolean(String value) {
        return value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false");
    }

    private static boolean takes(String name, SourceText value) {
        return switch (name) {
            case "network" -> NETWORKS.contains(value.text());
            case "security" -> SECURITY.contains(value.text());
            case "device" -> MountReader.values(value).isPresent();
            default -> true;
        };
    }
}
