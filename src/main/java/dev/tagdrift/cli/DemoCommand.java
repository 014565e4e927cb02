package dev.tagdrift.cli;

import dev.tagdrift.report.UsageWording;
import dev.tagdrift.report.Wording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plays the story that tagdrift is for, without a network. */
@Command(
        name = "demo",
        description = {
            "Plays the story that tagdrift is for: a tag moves from one Debian release to the next.",
            "Needs no network: the images are made up, and the registry is a small one of its own."
        },
        customSynopsis = "tagdrift demo [--keep DIR]",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Examples:",
            "  tagdrift demo                                 leaves nothing behind",
            "  tagdrift demo --keep story                    keeps the project, to look at",
            "",
            "Exit codes: 0 all went as told, 2 it did not."
        })
final class DemoCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(names = "--keep", paramLabel = "DIR", description = "Keeps the project in this new or empty folder.")
    private Optional<String> keep = Optional.empty();

    DemoCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Stop {
        try {
            return keep.isPresent() ? keep(surroundings.workingDirectory().resolve(keep.get())) : passing();
        } catch (FileSystemException e) {
            throw new Stop(Wording.demoNotWritten(keep.orElse(String.valueOf(e.getFile())), Reasons.ofMaking(e)));
        } catch (IOException e) {
            throw new Stop(Wording.demoFailed(Reasons.of(e)));
        }
    }

    private int keep(Path folder) throws IOException, Stop {
        if (Files.isRegularFile(folder) || (Files.isDirectory(folder) && !isEmpty(folder))) {
            throw new Stop(UsageWording.notEmpty(folder.toString()));
        }
        Files.createDirectories(folder);
        int exitCode = new Story(folder, surroundings).play();
        surroundings.out().println(Wording.demoKept(folder.toString()));
        return exitCode;
    }

    private int passing() throws IOException {
        Path folder = Files.createTempDirectory("tagdrift-demo-");
        try {
            return new Story(folder, surroundings).play();
        } finally {
            delete(folder);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> entries = Files.walk(folder)) {
            entries.sorted(Comparator.reverseOrder()).forEach(entry -> {
                try {
                    Files.delete(entry);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
