package dev.tagdrift.cli;

import dev.tagdrift.enforce.Contexts;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Exports the lockfile as arguments of a build. */
@Command(
        name = "env",
        description = "Arguments of a build, in one line: --build-context NAME=docker-image://IMAGE ...",
        customSynopsis = "tagdrift export env [--as-written] [OPTION...]",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Examples:",
            "  docker buildx build $(tagdrift export env) .",
            "  buildah build $(tagdrift export env --as-written) .",
            "",
            "No word of it needs quotes."
        })
final class ExportEnvCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private PathOptions options = new PathOptions();

    @Option(
            names = "--as-written",
            description =
                    "Names images as the files write them, variables and all, which is how buildah looks for them.")
    private boolean asWritten;

    ExportEnvCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Stop {
        return new Exporting(options, surroundings).run((lockfile, workspace) -> {
            Contexts contexts = asWritten
                    ? Contexts.byWord(Exporting.words(workspace), lockfile, Exporting.stages(workspace))
                    : Contexts.byName(lockfile, Exporting.stages(workspace));
            return new Exporting.Export(contexts.arguments(), contexts.images().size(), contexts.left());
        });
    }
}
