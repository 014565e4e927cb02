package dev.tagdrift.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells whether an image was built from the locked base. */
@Command(
        name = "verify",
        description = {
            "Tells whether a built image was built from the locked base, by its layers.",
            "The base is what the last stage of the Dockerfile begins with, or the stage of --target."
        },
        customSynopsis = "tagdrift verify IMAGE [--dockerfile FILE] [--target STAGE] [OPTION...]",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Examples:",
            "  docker build -t app . && tagdrift verify app",
            "  tagdrift verify registry:example.com/team/app:1.4   as it was pushed, all platforms",
            "  tagdrift verify app --dockerfile docker/app.Dockerfile --target runtime",
            "",
            "Exit codes: 0 built from the locked base, or from nothing, 1 built from something else, 2 something",
            "cannot be read, 3 nobody can tell."
        })
final class VerifyCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private VerifyOptions options = new VerifyOptions();

    VerifyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Stop {
        return new Verifying(options, surroundings).run();
    }
}
