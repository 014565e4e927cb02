package dev.tagdrift.cli;

import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every export takes: each has one form of its own. */
final class ExportOptions extends CommonOptions {
    @Mixin
    private PathArguments arguments = new PathArguments();

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
        return arguments.paths;
    }
}
