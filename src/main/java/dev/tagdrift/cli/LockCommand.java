package dev.tagdrift.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the lockfile. */
@Command(
        name = "lock",
        description = {
            "Writes which digest each tag names into the lockfile.",
            "Keeps what is locked, adds what is new, removes what no file names any more; a locked digest moves",
            "only where you say so."
        },
        customSynopsis = "tagdrift lock [PATH...] [--upgrade | --upgrade-image REF] [OPTION...]",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Examples:",
            "  tagdrift lock                                 the first time, and after a change of a FROM",
            "  tagdrift lock --upgrade-image python:3.12-slim",
            "                                                takes what this tag names now",
            "  tagdrift lock --upgrade                       takes what all tags name now",
            "  tagdrift lock services/api                    only the images of one folder",
            "",
            "Exit codes: 0 all locked, 2 something cannot be read (the rest is locked, nothing is removed),",
            "3 some images could not be resolved (the rest is locked; run it again for those)."
        })
final class LockCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private PathOptions options = new PathOptions();

    @Option(names = "--upgrade", description = "Takes what every tag names now.")
    private boolean upgrade;

    @Option(
            names = "--upgrade-image",
            paramLabel = "REF",
            description = "Takes what this tag names now, such as python:3.12-slim. Repeatable.")
    private List<String> upgradeImages = List.of();

    LockCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Stop {
        return new Locking(options, surroundings).run(upgrade, upgradeImages);
    }
}
