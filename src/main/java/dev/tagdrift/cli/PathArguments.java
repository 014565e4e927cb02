package dev.tagdrift.cli;

import java.util.List;
import picocli.CommandLine.Parameters;

/** Which part of the root a command looks at. */
final class PathArguments {
    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description =
                    "Files and folders to look at, under the root. Without any, the whole root, wherever you are.")
    List<String> paths = List.of();
}
