package dev.tagdrift.dockerfile;

import dev.tagdrift.image.Platform;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The variables that FROM sees: the platform ARGs and every ARG before the first FROM.
 *
 * <p>A build argument replaces a platform ARG whether or not the file declares it, any other only if it does.
 */
final class GlobalScope implements Variables {
    /** The platform that builds; tagdrift looks at every file as if from there. */
    static final Platform BUILDER = Platform.LINUX_AMD64;

    /** The names of the platform ARGs, and of the one that names the stage. */
    static final Set<String> PREDEFINED = Set.of(
            "BUILDPLATFORM",
            "BUILDOS",
            "BUILDOSVERSION",
            "BUILDARCH",
            "BUILDVARIANT",
            "TARGETPLATFORM",
            "TARGETOS",
            "TARGETOSVERSION",
            "TARGETARCH",
            "TARGETVARIANT",
            "TARGETSTAGE");

    private final Map<String, String> buildArgs;
    private final Map<String, Value> values = new HashMap<>();

    GlobalScope(Map<String, String> buildArgs, Platform target, String lastStage) {
        this.buildArgs = buildArgs;
        definePlatform("BUILD", BUILDER);
        definePlatform("TARGET", target);
        define("TARGETSTAGE", Value.given(ByteText.of(lastStage)));
    }

    /**
     * Adds an ARG that stands before the first FROM.
     *
     * @throws BadWordException if its default cannot be expanded; then it has no value
     */
    void declare(Instruction.Declaration arg, char escape) throws BadWordException {
        String name = arg.name().text();
        String given = buildArgs.get(ByteText.readable(name));
        if (given != null) {
            values.put(name, Value.given(ByteText.of(given)));
        } else if (arg.fallback().isPresent()) {
            SourceText fallback = arg.fallback().get();
            values.put(name, Expander.expand(fallback.text(), escape, this).declaredAt(fallback.span()));
        }
    }

    @Override
    public Optional<Value> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    private void definePlatform(String prefix, Platform platform) {
        List.of(
                        Map.entry("PLATFORM", platform.toString()),
                        Map.entry("OS", platform.os()),
                        Map.entry("OSVERSION", platform.osVersion()),
                        Map.entry("ARCH", platform.architecture()),
                        Map.entry("VARIANT", platform.variant()))
                .forEach(part -> define(prefix + part.getKey(), Value.ofPlatform(ByteText.of(part.getValue()))));
    }

    private void define(String name, Value value) {
        String given = buildArgs.get(name);
        values.put(name, given == null ? value : value.with(ByteText.of(given)));
    }
}
