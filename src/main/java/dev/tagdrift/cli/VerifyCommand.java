package dev.tagdrift.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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

    @Parameters(
            paramLabel = "IMAGE",
            description = "The built image, by name or id. It is looked for in the local Docker engine, then in its"
                    + " registry; `daemon:IMAGE` and `registry:IMAGE` look in one of them.")
    private String image = "";

    @Option(
            names = {"-f", "--dockerfile"},
            paramLabel = "FILE",
            description = "What the image was built from (default: Dockerfile, or Containerfile, in this folder).")
    private Optional<String> dockerfile = Optional.empty();

    @Option(
            names = "--target",
            paramLabel = "STAGE",
            description = "The stage that was built, by name or number (default: the last one).")
    private Optional<String> target = Optional.empty();

    @Mixin
    private GeneralOptions options = new GeneralOptions();

    VerifyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Stop {
        return new Verifying(options, surroundings).run(image, dockerfile, target);
    }
}
