package dev.tagdrift.cli;

import java.util.List;
import picocli.CommandLine.Mixin;

/** What every export takes: each has one form of its own. */
final class ExportOptions extends CommonOptions {
    @Mixin
    private PathArguments arguments = new PathArguments();

    @Override
    List<String> paths() {
        return arguments.paths;
    }
}
