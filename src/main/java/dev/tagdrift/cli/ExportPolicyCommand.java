package dev.tagdrift.cli;

import dev.tagdrift.enforce.BuildKitPolicyCodec;
import dev.tagdrift.source.ImageUses;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Exports the lockfile as a source policy of BuildKit. */
@Command(
        name = "buildkit-policy",
        description = "A source policy of BuildKit, that converts each locked tag to its digest.",
        customSynopsis = "tagdrift export buildkit-policy [PATH...] [--strict] [OPTION...]",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Examples:",
            "  tagdrift export buildkit-policy --output policy.json",
            "  EXPERIMENTAL_BUILDKIT_SOURCE_POLICY=policy.json docker buildx build .",
            "  buildctl build --source-policy-file policy.json ..."
        })
final class ExportPolicyCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private ExportOptions options = new ExportOptions();

    @Option(names = "--strict", description = "Lets no image in that is not locked.")
    private boolean strict;

    ExportPolicyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Stop {
        return new Exporting(options, surroundings)
                .run((lockfile, workspace) -> Exporting.Export.whole(
                        strict
                                ? BuildKitPolicyCodec.writeStrict(
                                        lockfile,
                                        ImageUses.byDigest(workspace.inventory().uses())
                                                .keySet())
                                : BuildKitPolicyCodec.write(lockfile),
                        lockfile));
    }
}
