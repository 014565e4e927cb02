package dev.tagdrift.cli;

import java.util.List;
import picocli.CommandLine.Option;

/** What every command takes that tells something in several formats. */
class DocumentOptions extends CommonOptions {
    @Option(
            names = "--output",
            paramLabel = "[F=]FILE",
            description = "Writes a file as well, in format F, or the one its suffix tells. Repeatable.")
    private List<String> outputs = List.of();

    @Override
    List<String> outputs() {
        return outputs;
    }
}
