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
    private final Budget budget = new Budget();

    GlobalScope(Map<String, String> buildArgs, Platform target, String lastStage) {
        this.buildArgs = buildArgs;
        definePlatform("BUILD", BUILDER);
        definePlatform("TARGET", target);
        define("TARGETSTAGE", Value.given(lastStage));
    }

    /**
     * Adds an ARG that stands before the first FROM.
     *
     * @throws BadWordException if its default cannot be expanded; then it has no value
     */
    void declare(Instruction.Declaration arg, char escape) throws BadWordException {
        String name = arg.name().written();
        Optional<Value> given = given(name);
        if (given.isPresent()) {
            values.put(name, given.get());
        } else if (arg.fallback().isPresent()) {
            SourceText fallback = arg.fallback().get();
            values.put(name, Expander.expand(fallback.written(), escape, this).declaredAt(fallback.span()));
        }
    }

    /** What the build was given for an argument, declared or not. */
    Optional<Value> given(String name) {
        return Optional.ofNullable(buildArgs.get(name)).map(Value::given);
    }

    @Override
    public Optional<Value> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    @Override
    public Budget budget() {
        return budget;
    }

    private void definePlatform(String prefix, Platform platform) {
        List.of(
                        Map.entry("PLATFORM", platform.toString()),
                        Map.entry("OS", platform.os()),
                        Map.entry("OSVERSION", platform.osVersion()),
                        Map.entry("ARCH", platform.architecture()),
                        Map.entry("VARIANT", platform.variant()))
                .forEach(part -> define(prefix + part.getKey(), Value.ofPlatform(part.getValue())));
    }

    private void define(String name, Value value) {
        String given = buildArgs.get(name);
        values.put(name, given == null ? value : value.with(given));
    }
}
