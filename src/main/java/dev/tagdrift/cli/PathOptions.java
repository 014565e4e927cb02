package dev.tagdrift.cli;

import java.util.List;
import picocli.CommandLine.Parameters;

/** What every command takes that looks at files. */
final class PathOptions extends FormatOptions {
    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description =
                    "Files and folders to look at, under the root. Without any, the whole root, wherever you are.")
    private List<String> paths = List.of();

    @Override
    List<String> paths() {
        return paths;
    }
}
