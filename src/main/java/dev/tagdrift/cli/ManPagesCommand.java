package dev.tagdrift.cli;

import dev.tagdrift.report.ExitCode;
import dev.tagdrift.report.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;

/** Writes the pages of the manual, for those who package the program. */
@Command(
        name = "man-pages",
        description = "Writes a page of the manual for each command into a folder.",
        customSynopsis = "tagdrift man-pages DIR",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        hidden = true,
        footer = {
            "",
            "Examples:",
            "  tagdrift man-pages share/man/man1",
            "",
            "Exit codes: 0 written, 2 the folder cannot be written to."
        })
final class ManPagesCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "DIR", description = "The folder; it is made where there is none.")
    private String folder = "";

    ManPagesCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Stop {
        try {
            Path target =
                    Files.createDirectories(surroundings.workingDirectory().resolve(folder));
            for (CommandSpec command :
                    all(new Commands(surroundings).line().getCommandSpec()).toList()) {
                Files.writeString(target.resolve(ManPage.name(command) + ".1"), new ManPage(command).text());
            }
            return ExitCode.OK;
        } catch (IOException e) {
            throw new Stop(Wording.manualNotWritten(folder, Reasons.ofMaking(e)));
        }
    }

    private static Stream<CommandSpec> all(CommandSpec command) {
        List<CommandSpec> below = Completable.below(command).stream()
                .filter(sub -> !sub.name().equals("help"))
                .toList();
        return Stream.concat(Stream.of(command), below.stream().flatMap(ManPagesCommand::all));
    }
}
