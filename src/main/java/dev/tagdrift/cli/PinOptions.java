package dev.tagdrift.cli;

import dev.tagdrift.report.PinReport.Mode;
import dev.tagdrift.report.UsageWording;
import java.util.List;
import picocli.CommandLine.Option;

/** Whether files are written. */
final class PinOptions {
    @Option(names = "--check", description = "Writes nothing, and fails if a file would change.")
    boolean check;

    @Option(names = "--dry-run", description = "Writes nothing, and shows what would change as a patch.")
    boolean dryRun;

    Mode mode() throws Stop {
        if (check && dryRun) {
            throw new Stop(UsageWording.usage(
                    "`--check` and `--dry-run` both write nothing, and only one of them shows a patch",
                    List.of("leave one out")));
        }
        if (check) {
            return Mode.CHECK;
        }
        return dryRun ? Mode.DRY_RUN : Mode.WRITE;
    }
}
