package dev.tagdrift.source;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Paths as they are printed, stored and matched: relative, with {@code /} on every system. */
final class RelativePath {
    private RelativePath() {}

    static String of(Path root, Path path) {
        return StreamSupport.stream(root.relativize(path).spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
    }
}
