package dev.tagdrift.cli;

import dev.tagdrift.lockfile.AtomicFile;
import dev.tagdrift.report.Wording;
import dev.tagdrift.source.WorkTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The files that {@code --output} asks for, each in its format. */
final class Outputs {
    private final List<Output> files = new ArrayList<>();

    /**
     * A file to be written.
     *
     * @param path as it is opened
     * @param place the file behind all links
     * @param written as the option names it
     * @param format of what it is to hold
     */
    private record Output(Path path, Path place, String written, Format format) {}

    private Outputs() {}

    /** Reads {@code [FORMAT=]FILE}; refuses, before any work is done, what surely cannot be written. */
    static Outputs of(List<String> options, Set<Format> formats, Path workingDirectory) throws Stop {
        Outputs outputs = new Outputs();
        for (String written : options) {
            OutputOption option = OutputOption.of(written);
            outputs.add(workingDirectory.resolve(option.file()), option.file(), option.formatOf(formats));
        }
        return outputs;
    }

    /** Files for what has one form alone, whatever their names. */
    static Outputs ofOneForm(List<String> options, Path workingDirectory) throws Stop {
        Outputs outputs = new Outputs();
        for (String written : options) {
            String file = OutputOption.of(written).fileAlone();
            outputs.add(workingDirectory.resolve(file), file, Format.TEXT);
        }
        return outputs;
    }

    private void add(Path file, String written, Format format) throws Stop {
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new Stop(Wording.outputNotWritten(written, Reasons.NO_FOLDER));
        }
        if (Files.isDirectory(file)) {
            throw new Stop(Wording.outputNotWritten(written, Reasons.A_FOLDER));
        }
        Output output = new Output(file, place(file), written, format);
        refuseNames(output);
        if (files.stream().map(Output::place).anyMatch(output.place()::equals)) {
            throw new Stop(Wording.outputNotWritten(written, Reasons.TWICE));
        }
        files.add(output);
    }

    /** What only looks like a file of the project may be one that another run needs. */
    private static void refuseNames(Output output) throws Stop {
        for (Path path : List.of(output.path(), output.place())) {
            String name = String.valueOf(path.getFileName());
            if (name.endsWith(".lock.json")) {
                throw new Stop(Wording.outputNotWritten(output.written(), Reasons.A_LOCKFILE));
            }
            if (WorkTree.isDockerfile(name)) {
                throw new Stop(Wording.outputNotWritten(output.written(), Reasons.A_DOCKERFILE));
            }
        }
    }

    private static Path place(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path folder = absolute.getParent();
        return Files.exists(file) || folder == null
                ? Root.real(file)
                : Root.real(folder).resolve(absolute.getFileName());
    }

    /** Refuses to take the place of these files; nothing at all is written then. */
    void spare(Collection<Path> others, String reason) throws Stop {
        Set<Path> places = others.stream().map(Outputs::place).collect(Collectors.toSet());
        Optional<Output> taken =
                files.stream().filter(output -> places.contains(output.place())).findFirst();
        if (taken.isPresent()) {
            files.clear();
            throw new Stop(Wording.outputNotWritten(taken.get().written(), reason));
        }
    }

    void write(Document document) throws Stop {
        for (Output output : files) {
            write(output.path(), document.in(output.format()));
        }
    }

    /** The same text for each file, whatever its format. */
    void write(String text) throws Stop {
        for (Output output : files) {
            write(output.path(), text);
        }
    }

    private static void write(Path file, String text) throws Stop {
        try {
            // A pipe or a device must not be replaced by a file.
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                Files.writeString(file, text);
            } else {
                AtomicFile.replace(
                        Files.exists(file) ? file.toRealPath() : file.toAbsolutePath(),
                        text.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new Stop(Wording.outputNotWritten(file.toString(), Reasons.ofWriting(e)));
        }
    }
}
