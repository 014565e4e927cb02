package dev.tagdrift.cli;

import dev.tagdrift.settings.FailOn;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How a check or a report looks at the images. */
final class CheckOptions {
    @Option(names = "--offline", description = "Asks no registry: only tells whether files and lockfile are in step.")
    boolean offline;

    @Option(
            names = "--fail-on",
            paramLabel = "WHAT",
            description = {
                "Which moves of a tag fail: digest, any (default);",
                "platform, only one of yours; os, only the OS release, or what cannot be told."
            })
    Optional<FailOn> failOn = Optional.empty();
}
