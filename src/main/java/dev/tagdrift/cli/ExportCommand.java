package dev.tagdrift.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command that holds the exports. */
@Command(
        name = "export",
        description = {
            "Tells a builder to take the locked digests, while the files name tags as before.",
            "Asks no registry; writes to standard output, or to the file of --output."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "FORM",
        footer = {
            "",
            "Examples:",
            "  tagdrift export buildkit-policy --output policy.json",
            "  tagdrift export bake --output tagdrift-bake.json",
            "  args=$(tagdrift export env) && docker buildx build $args .",
            "",
            "Exit codes: 0 every image of the files is in it, 1 one is not locked, 2 one cannot be read or exported."
        })
final class ExportCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a form is missing: buildkit-policy, bake or env");
    }
}
