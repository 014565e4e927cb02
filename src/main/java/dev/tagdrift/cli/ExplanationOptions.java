package dev.tagdrift.cli;

import java.util.Set;
import picocli.CommandLine.Option;

/** What a command takes that explains. */
final class ExplanationOptions extends DocumentOptions {
    @Option(
            names = "--format",
            paramLabel = "F",
            defaultValue = "text",
            converter = Format.Converter.class,
            completionCandidates = Format.ExplanationNames.class,
            description = "What goes to standard output: text (default), json or markdown.")
    void choose(Format chosen) {
        format = chosen;
    }

    @Override
    Set<Format> formats() {
        return Format.EXPLANATION;
    }
}
