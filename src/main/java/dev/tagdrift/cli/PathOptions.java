package dev.tagdrift.cli;

import java.util.List;
import picocli.CommandLine.Mixin;

/** What every command takes that looks at files. */
final class PathOptions extends FormatOptions {
    @Mixin
    private PathArguments arguments = new PathArguments();

    @Override
    List<String> paths() {
        return arguments.paths;
    }
}
