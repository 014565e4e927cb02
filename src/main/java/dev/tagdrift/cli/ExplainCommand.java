package dev.tagdrift.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what changed between two images. */
@Command(
        name = "explain",
        description = {
            "Says what changed: the release of the system, libraries, packages, configuration, platforms.",
            "With one reference, between the locked image and the one that the tag names now; with two, between them."
        },
        customSynopsis = "tagdrift explain REF [REF2] [--packages] [OPTION...]",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Examples:",
            "  tagdrift explain python:3.12-slim             locked against current",
            "  tagdrift explain python:3.12-slim --packages  names every package that changed",
            "  tagdrift explain node:20 node:22              any two images",
            "  tagdrift explain python:3.12-slim --format md  for a comment on a pull request",
            "",
            "Exit codes: 0 it was told, 2 something cannot be read, 3 an image could not be looked at."
        })
final class ExplainCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private ExplanationOptions options = new ExplanationOptions();

    @Parameters(
            paramLabel = "REF",
            arity = "1..*",
            description = "An image that is locked, such as python:3.12-slim; or two images.")
    private List<String> references = List.of();

    @Option(names = "--packages", description = "Names every package that changed.")
    private boolean packages;

    ExplainCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Stop {
        return new Explaining(options, surroundings).run(references, packages);
    }
}
