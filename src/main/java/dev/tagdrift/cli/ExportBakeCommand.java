package dev.tagdrift.cli;

import dev.tagdrift.enforce.BakeCodec;
import dev.tagdrift.enforce.Contexts;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Exports the lockfile as contexts of targets of bake. */
@Command(
        name = "bake",
        description = "A file for docker buildx bake, with a context for each locked image.",
        customSynopsis = "tagdrift export bake [PATH...] [--target NAME] [OPTION...]",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Examples:",
            "  tagdrift export bake --output tagdrift-bake.json",
            "                                                for targets with inherits = [\"_tagdrift\"]",
            "  tagdrift export bake --target api --target web --output tagdrift-bake.json",
            "                                                for targets as they are",
            "  docker buildx bake -f docker-bake.hcl -f tagdrift-bake.json"
        })
final class ExportBakeCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private ExportOptions options = new ExportOptions();

    @Option(
            names = "--target",
            paramLabel = "NAME",
            description = "A target that gets the contexts (default: _tagdrift, to inherit from). Repeatable.")
    private List<String> targets = List.of();

    ExportBakeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Stop {
        return new Exporting(options, surroundings).run((lockfile, workspace) -> {
            Contexts contexts = Contexts.byName(lockfile, Exporting.stages(workspace));
            return new Exporting.Export(
                    BakeCodec.write(contexts, targets.isEmpty() ? List.of("_tagdrift") : targets),
                    contexts.images().size(),
                    contexts.left());
        });
    }
}
