package dev.tagdrift.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Fails when a tag has moved since it was locked. */
@Command(
        name = "check",
        description = "Fails when a tag names another image than the locked one.",
        customSynopsis = "tagdrift check [PATH...] [--offline] [--local] [--fail-on WHAT] [OPTION...]",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Examples:",
            "  tagdrift check                                asks the registries, before a build or a merge",
            "  tagdrift check --offline                      files and lockfile only, on every pull request",
            "  tagdrift check --local                        before a build: what the engine holds, too",
            "  tagdrift check --fail-on platform             a move for other platforms than yours is only told",
            "  tagdrift check --output drift.json            writes a file for programs as well",
            "  tagdrift check --format github                annotates the pull request, in GitHub Actions",
            "",
            "Exit codes: 0 all as locked, 1 drift or out of step, 2 something cannot be read, 3 some",
            "images could not be checked. A check that could not look never ends with 0."
        })
final class CheckCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private ReportOptions options = new ReportOptions();

    @Mixin
    private CheckOptions how = new CheckOptions();

    CheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Stop {
        return new Checking(options, how, surroundings).check();
    }
}
