package dev.tagdrift.cli;

import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every export takes: each has one form of its own. */
final class ExportOptions extends CommonOptions {
    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description = "Files and folders under the root whose images have to be locked. Without any, those of the"
                    + " whole root. What is exported is the whole lockfile all the same.")
    private List<String> paths = List.of();

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Writes to this file instead of standard output. Repeatable.")
    private List<String> outputs = List.of();

    @Override
    List<String> outputs() {
        return outputs;
    }

    @Override
    List<String> paths() {
        return paths;
    }
}
