package dev.tagdrift.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command that holds the others. */
@Command(
        name = "tagdrift",
        description = "Guards container builds against base images that change under an unchanged tag.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "To see what it is for:",
            "  tagdrift demo               a story of sixty lines, without a network",
            "",
            "To begin, in the root of a project with a Dockerfile:",
            "  tagdrift scan               see which images it builds from",
            "  tagdrift lock               write lockfiles/base-images.lock.json; commit it",
            "  tagdrift check              in CI: fails when a tag has moved since",
            "  tagdrift lock --upgrade     take what the tags name now, on purpose",
            "  tagdrift pin                build what is locked: the digests go into the files",
            "",
            "Exit codes: 0 all as locked, 1 drift or out of step, 2 cannot be read, 3 could not be checked."
        })
final class TagdriftCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
