package dev.tagdrift.cli;

import java.util.List;
import picocli.CommandLine.Parameters;

/** What every export takes: each has one form of its own. */
final class ExportOptions extends CommonOptions {
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
