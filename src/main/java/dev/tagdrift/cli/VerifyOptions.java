package dev.tagdrift.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which image is verified, and what it was built from. */
final class VerifyOptions extends FormatOptions {
    @Parameters(
            paramLabel = "IMAGE",
            description = "The built image, by name or id. It is looked for in the local Docker engine, then in its"
                    + " registry; `daemon:IMAGE` and `registry:IMAGE` look in one of them.")
    String image = "";

    @Option(
            names = {"-f", "--dockerfile"},
            paramLabel = "FILE",
            description = "What the image was built from (default: Dockerfile, or Containerfile, in this folder).")
    Optional<String> dockerfile = Optional.empty();

    @Option(
            names = "--target",
            paramLabel = "STAGE",
            description = "The stage that was built, by name or number (default: the last one).")
    Optional<String> target = Optional.empty();

    /** The one file that says what the image was built from. */
    @Override
    List<String> paths() {
        return dockerfile.stream().toList();
    }
}
