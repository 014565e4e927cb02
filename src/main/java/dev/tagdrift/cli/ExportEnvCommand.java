package dev.tagdrift.cli;

import dev.tagdrift.enforce.Contexts;
import dev.tagdrift.report.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Exports the lockfile as arguments of a build. */
@Command(
        name = "env",
        description = "Arguments of a build, in one line: --build-context NAME=docker-image://IMAGE ...",
        customSynopsis = "tagdrift export env [PATH...] [--as-written] [OPTION...]",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Examples:",
            "  args=$(tagdrift export env) && docker buildx build $args .",
            "  args=$(tagdrift export env --as-written) && buildah build $args .",
            "",
            "No word of it needs quotes. Where it does not end with 0, --tagdrift-export-failed is added, which",
            "ends the build: a shell that runs docker buildx build $(tagdrift export env) . drops the exit code."
        })
final class ExportEnvCommand implements Callable<Integer> {
    /** No builder knows this option, so a build ends whose shell has dropped the exit code of this command. */
    static final String REFUSED = "--tagdrift-export-failed";

    private final Surroundings surroundings;

    @Mixin
    private ExportOptions options = new ExportOptions();

    @Option(
            names = "--as-written",
            description =
                    "Names the images of the PATHs as these files write them, variables and all, which is how buildah"
                            + " looks for them.")
    private boolean asWritten;

    ExportEnvCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Stop {
        int exitCode = ExitCode.ERROR;
        try {
            exitCode = export();
            return exitCode;
        } finally {
            if (exitCode != ExitCode.OK) {
                breakBuild();
            }
        }
    }

    /** Hands over what no build can be run with. */
    void breakBuild() {
        new Exporting(options, surroundings).spoil(REFUSED + "\n");
    }

    private int export() throws Stop {
        return new Exporting(options, surroundings).run((lockfile, workspace) -> {
            Contexts contexts = asWritten
                    ? Contexts.byWord(Exporting.words(workspace), lockfile, Exporting.stages(workspace))
                    : Contexts.byName(lockfile, Exporting.stages(workspace));
            return new Exporting.Export(contexts.arguments(), contexts.images().size(), contexts.left());
        });
    }
}
