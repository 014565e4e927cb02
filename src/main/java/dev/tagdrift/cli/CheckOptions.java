package dev.tagdrift.cli;

import dev.tagdrift.settings.FailOn;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How a check or a report looks at the images. */
final class CheckOptions {
    @Option(names = "--offline", description = "Asks no registry: only tells whether files and lockfile are in step.")
    boolean offline;

    @Option(
            names = "--local",
            description = "Asks the local Docker engine too: whether what it holds under each tag is the locked image,"
                    + " since a build takes that without asking. With --offline nobody else is asked.")
    boolean local;

    @Option(
            names = "--fail-on",
            paramLabel = "WHAT",
            description =
                    "Which moves of a tag fail: digest, all of them (default); platform, only those of your platforms;"
                            + " os, only those of the OS release, and those of which it cannot be learned.")
    Optional<FailOn> failOn = Optional.empty();
}
