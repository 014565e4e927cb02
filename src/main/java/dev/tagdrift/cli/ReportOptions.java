package dev.tagdrift.cli;

import java.util.List;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a command takes that tells how images and lockfile compare. */
final class ReportOptions extends DocumentOptions {
    @Mixin
    private PathArguments arguments = new PathArguments();

    @Option(
            names = "--format",
            paramLabel = "F",
            defaultValue = "text",
            converter = Format.Converter.class,
            completionCandidates = Format.AllNames.class,
            description = "What goes to standard output: text (default), json, markdown, html, sarif, junit, github or"
                    + " gitlab.")
    void choose(Format chosen) {
        format = chosen;
    }

    @Override
    Set<Format> formats() {
        return Format.ALL;
    }

    @Override
    List<String> paths() {
        return arguments.paths;
    }
}
