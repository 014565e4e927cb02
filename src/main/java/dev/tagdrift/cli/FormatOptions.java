package dev.tagdrift.cli;

import picocli.CommandLine.Option;

/** What every command takes that tells something, rather than write the file of a builder. */
class FormatOptions extends CommonOptions {
    @Option(
            names = "--format",
            paramLabel = "F",
            defaultValue = "text",
            converter = Format.Converter.class,
            description = "What goes to standard output: text (default) or json; with explain also markdown; with check"
                    + " and report also markdown, html, sarif, junit, github or gitlab.")
    void choose(Format chosen) {
        format = chosen;
    }
}
