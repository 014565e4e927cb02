package dev.tagdrift.source;

import java.util.List;
import java.util.regex.Pattern;

/** Tells by its name whether a file is a Dockerfile. */
final class FileNames {
    /** {@code docker build} takes the lower-case name where there is no other. */
    private static final List<String> WHOLE = List.of("Dockerfile", "dockerfile", "Containerfile");

    private static final List<String> BEGINNINGS = List.of("Dockerfile.", "Containerfile.");
    private static final List<String> ENDINGS =
            List.of(".Dockerfile", ".dockerfile", ".Containerfile", ".containerfile");

    /** What build tools and editors leave beside Dockerfiles, under names that begin like theirs. */
    private static final List<String> NEVER =
            List.of(".dockerignore", ".containerignore", "~", ".swp", ".swo", ".orig", ".bak", ".rej");

    /** What programs, documents and data end with: a Dockerfile may be for a language, or in one. */
    private static final Pattern OTHER = Pattern.compile(
            ".*\\.(adoc|c|cc|cpp|cs|diff|go|groovy|h|hs|html|java|js|json|jsx|kt|kts|md|patch|php|pl|py|rb|rs|rst|scala"
                    + "|sh|swift|toml|ts|tsx|txt|xml|yaml|yml)",
            Pattern.CASE_INSENSITIVE);

    private FileNames() {}

    static boolean isDockerfile(String name) {
        return WHOLE.contains(name)
                || BEGINNINGS.stream().anyMatch(name::startsWith)
                || ENDINGS.stream().anyMatch(name::endsWith);
    }

    /** Whether it takes a look into the file: the name ends like that of something else. */
    static boolean isDoubtful(String name) {
        return OTHER.matcher(name).matches();
    }

    /** Whether the name is none of a Dockerfile even if a pattern includes it. */
    static boolean isLeftOut(String name) {
        return NEVER.stream().anyMatch(name::endsWith);
    }
}
