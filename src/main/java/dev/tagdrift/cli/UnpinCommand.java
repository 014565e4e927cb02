package dev.tagdrift.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Takes digests out of the files again. */
@Command(
        name = "unpin",
        description = {
            "Takes the digest out of each reference that has a tag as well; one that has a digest alone stays.",
            "What `tagdrift pin` wrote comes back byte for byte. Needs no lockfile."
        },
        customSynopsis = "tagdrift unpin [PATH...] [OPTION...]",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Examples:",
            "  tagdrift unpin --dry-run                      shows a patch, and writes nothing",
            "  tagdrift unpin services/api                   only the files of one folder",
            "",
            "Exit codes: 0 done, 1 with --check a file would change, 2 something cannot be read or written."
        })
final class UnpinCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private PathOptions options = new PathOptions();

    @Mixin
    private PinOptions pinning = new PinOptions();

    UnpinCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Stop {
        return new Pinning(options, pinning, surroundings).unpin();
    }
}
