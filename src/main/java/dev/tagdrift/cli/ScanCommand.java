package dev.tagdrift.cli;

import dev.tagdrift.report.ExitCode;
import dev.tagdrift.report.ScanJson;
import dev.tagdrift.report.Wording;
import dev.tagdrift.source.Inventory;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells which images the files name, without asking anybody. */
@Command(
        name = "scan",
        description = "Tells which images the files name, without asking anybody.",
        customSynopsis = "tagdrift scan [PATH...] [OPTION...]",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Examples:",
            "  tagdrift scan                                 everything under the root",
            "  tagdrift scan services/api                    one folder",
            "  tagdrift scan --build-arg PY=3.12             with a value for an ARG",
            "  tagdrift scan --format json                   for other programs",
            "",
            "Exit codes: 0 all names are known, 2 some cannot be read."
        })
final class ScanCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private PathOptions options = new PathOptions();

    ScanCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Stop {
        Screen screen = new Screen(options, surroundings);
        return screen.run(() -> scan(screen));
    }

    private int scan(Screen screen) throws Stop {
        Workspace workspace = Workspace.open(options, surroundings, screen);
        Inventory inventory = workspace.inventory();
        workspace.tellSkipped(screen);
        Document document = new Document(
                Wording.uses(inventory),
                Wording.scan(inventory),
                Wording.summary(inventory),
                exitCode -> ScanJson.of(inventory));
        return screen.show(document, inventory.problems().isEmpty() ? ExitCode.OK : ExitCode.ERROR);
    }
}
