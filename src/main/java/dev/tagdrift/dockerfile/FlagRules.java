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
    static final FlagRules RUN = new FlagRules(Set.of("network", "security"), Set.of("mount", "device"), Set.of());

    /** The flags that break the rules. */
    List<Flag> broken(Flags flags) {
        Set<String> seen = new HashSet<>();
        return flags.all().stream()
                .filter(flag -> !allows(flag) || (!seen.add(flag.name()) && !repeated.contains(flag.name())))
                .toList();
    }

    private boolean allows(Flag flag) {
        return switches.contains(flag.name())
                || (flag.value().isPresent() && (single.contains(flag.name()) || repeated.contains(flag.name())));
    }
}
