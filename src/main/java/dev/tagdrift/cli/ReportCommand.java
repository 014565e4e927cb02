package dev.tagdrift.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells what a check would find, and does not fail because of it. */
@Command(
        name = "report",
        description = "Tells what a check finds, explains it, and ends with 0 on drift.",
        customSynopsis = "tagdrift report [PATH...] [--history FILE] [--no-explain] [OPTION...]",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Examples:",
            "  tagdrift report                               every night",
            "  tagdrift report --output night.txt            keeps the text as well",
            "  tagdrift report --output md=comment.txt --output drift.sarif",
            "                                                several files, a format by its name or its suffix",
            "  tagdrift report --history history.jsonl       remembers it, and tells how often a tag moves",
            "  tagdrift report --format json                 for other programs",
            "",
            "Exit codes: 0 also on drift, 2 something cannot be read, 3 some images could not be checked."
        })
final class ReportCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private ReportOptions options = new ReportOptions();

    @Mixin
    private CheckOptions how = new CheckOptions();

    @Mixin
    private HistoryOptions history = new HistoryOptions();

    @Option(
            names = "--no-explain",
            description = "Leaves out why images moved: their layers are not read, and less is downloaded.")
    private boolean noExplain;

    ReportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Stop {
        return new Checking(options, how, surroundings).report(history, !noExplain);
    }
}
