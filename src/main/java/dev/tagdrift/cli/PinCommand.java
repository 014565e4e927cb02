package dev.tagdrift.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the locked digests into the files. */
@Command(
        name = "pin",
        description = {
            "Writes the locked digest behind each tag: FROM node:20@sha256:...",
            "Nothing else in a file changes. Pins that are there already are moved to the locked digest."
        },
        customSynopsis = "tagdrift pin [PATH...] [--upgrade | --upgrade-image REF] [OPTION...]",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Examples:",
            "  tagdrift pin --dry-run                        shows a patch, and writes nothing",
            "  tagdrift pin                                  writes what is locked into all files",
            "  tagdrift pin --upgrade-image python:3.12-slim",
            "                                                takes what it names now, locks and pins it",
            "  tagdrift pin --check                          in CI: fails if a file is not pinned as locked",
            "",
            "Exit codes: 0 done, 1 an image is not locked, or with --check a file would change,",
            "2 something cannot be read or written (the rest is pinned), 3 some images could not be resolved",
            "(their pins are as they were)."
        })
final class PinCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private PathOptions options = new PathOptions();

    @Mixin
    private PinOptions pinning = new PinOptions();

    @Option(names = "--upgrade", description = "Takes what every tag names now, and writes the lockfile too.")
    private boolean upgrade;

    @Option(
            names = "--upgrade-image",
            paramLabel = "REF",
            description = "Takes what this tag names now, such as python:3.12-slim, and writes the lockfile too."
                    + " Repeatable.")
    private List<String> upgradeImages = List.of();

    PinCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Stop {
        return new Pinning(options, pinning, surroundings).pin(upgrade, upgradeImages);
    }
}
