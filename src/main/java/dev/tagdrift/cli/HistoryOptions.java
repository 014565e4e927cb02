package dev.tagdrift.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** What a report remembers of the nights before. */
final class HistoryOptions {
    @Option(
            names = "--history",
            paramLabel = "FILE",
            description =
                    "Remembers there when an image was seen to change, and tells it. Made if there is none, with its folder.")
    Optional<String> file = Optional.empty();

    @Option(
            names = "--history-days",
            paramLabel = "N",
            defaultValue = "730",
            description = "How long is remembered, in days (default: 730).")
    int days = 730;
}
