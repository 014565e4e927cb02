package dev.tagdrift.settings;

import dev.tagdrift.image.Platform;
import java.util.List;
import java.util.Map;

/**
 * Everything that {@code tagdrift.yaml} can say.
 *
 * @param include patterns of files to scan besides the usual names, in the syntax of gitignore
 * @param exclude patterns of files and folders not to scan; they win over {@code include}
 * @param base how a file that no build matches is evaluated
 * @param builds how the files are evaluated that one of them matches
 * @param failOn which moves fail a check
 * @param registries what is special about a registry, by its host as references name it
 * @param ignores what somebody decided not to be stopped by
 */
public record Settings(
        List<String> include,
        List<String> exclude,
        Arguments base,
        List<Build> builds,
        FailOn failOn,
        Map<String, RegistrySettings> registries,
        List<Ignore> ignores) {
    /** Nothing configured. */
    public static final Settings NONE =
            new Settings(List.of(), List.of(), Arguments.NONE, List.of(), FailOn.DIGEST, Map.of());

    /** Nothing ignored. */
    public Settings(
            List<String> include,
            List<String> exclude,
            Arguments base,
            List<Build> builds,
            FailOn failOn,
            Map<String, RegistrySettings> registries) {
        this(include, exclude, base, builds, failOn, registries, List.of());
    }

    /** Copies the collections. */
    public Settings {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
        builds = List.copyOf(builds);
        registries = Map.copyOf(registries);
        ignores = List.copyOf(ignores);
    }

    /** The same, but for how a file that no build matches is evaluated. */
    public Settings withBase(Arguments other) {
        return new Settings(include, exclude, other, builds, failOn, registries, ignores);
    }

    /** The same, but for the builds. */
    public Settings withBuilds(List<Build> others) {
        return new Settings(include, exclude, base, others, failOn, registries, ignores);
    }

    /** The same, but for the platforms that everything is built for. */
    public Settings builtFor(List<Platform> platforms) {
        return withBase(base.builtFor(platforms))
                .withBuilds(builds.stream()
                        .map(build -> new Build(build.files(), build.arguments().builtFor(platforms)))
                        .toList());
    }

    /**
     * What a build is given.
     *
     * @param buildArgs values of each build argument; several make a matrix
     * @param platforms that are built for; none means that nobody said
     * @param contexts what takes the place of a stage or an image, by its name
     */
    public record Arguments(
            Map<String, List<String>> buildArgs, List<Platform> platforms, Map<String, String> contexts) {
        /** Nothing given. */
        public static final Arguments NONE = new Arguments(Map.of(), List.of());

        /** Copies the collections. */
        public Arguments {
            buildArgs = Map.copyOf(buildArgs);
            platforms = List.copyOf(platforms);
            contexts = Map.copyOf(contexts);
        }

        /** Without contexts. */
        public Arguments(Map<String, List<String>> buildArgs, List<Platform> platforms) {
            this(buildArgs, platforms, Map.of());
        }

        private Arguments builtFor(List<Platform> others) {
            return new Arguments(buildArgs, others, contexts);
        }
    }

    /**
     * How some files are built.
     *
     * @param files patterns of the files, in the syntax of gitignore
     * @param arguments what their build is given
     */
    public record Build(List<String> files, Arguments arguments) {
        /** Copies the collection. */
        public Build {
            files = List.copyOf(files);
        }
    }
}
