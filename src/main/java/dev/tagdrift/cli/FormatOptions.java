package dev.tagdrift.cli;

import picocli.CommandLine.Option;

/** What every command takes that tells something to people and programs, rather than write the file of a builder. */
class FormatOptions extends DocumentOptions {
    @Option(
            names = "--format",
            paramLabel = "F",
            defaultValue = "text",
            converter = Format.Converter.class,
            completionCandidates = Format.UsualNames.class,
            description = "What goes to standard output: text (default) or json.")
    void choose(Format chosen) {
        format = chosen;
    }
}
