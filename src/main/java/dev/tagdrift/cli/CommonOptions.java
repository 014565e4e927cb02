package dev.tagdrift.cli;

import java.util.List;
import picocli.CommandLine.Parameters;

/** What every command takes that looks at the work tree. */
final class CommonOptions extends GeneralOptions {
    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description =
                    "Files and folders to look at, under the root. Without any, the whole root, wherever you are.")
    List<String> paths = List.of();
}
