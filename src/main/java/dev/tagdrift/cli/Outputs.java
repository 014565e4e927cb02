package dev.tagdrift.cli;

import dev.tagdrift.lockfile.AtomicFile;
import dev.tagdrift.report.UsageWording;
import dev.tagdrift.report.Wording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The files that {@code --output} asks for, each in its format. */
final class Outputs {
    private final Map<Path, Format> files = new LinkedHashMap<>();

    private Outputs() {}

    /** Reads {@code [FORMAT=]FILE}; refuses, before any work is done, what surely cannot be written. */
    static Outputs of(List<String> options, Set<Format> formats, Path workingDirectory) throws Stop {
        Outputs outputs = new Outputs();
        for (String option : options) {
            refuseStandardOutput(option);
            int equals = option.indexOf('=');
            Optional<Format> named = equals < 0 ? Optional.empty() : Format.named(option.substring(0, equals));
            String file = named.isPresent() ? option.substring(equals + 1) : option;
            Format format =
                    named.or(() -> Format.ofFile(file)).orElseThrow(() -> new Stop(UsageWording.unknownFormat(option)));
            if (!formats.contains(format)) {
                throw new Stop(UsageWording.formatNotHere(format.toString(), formats));
            }
            outputs.add(workingDirectory.resolve(file), file, format);
        }
        return outputs;
    }

    /** Files for what has one form alone, whatever their names. */
    static Outputs ofOneForm(List<String> options, Path workingDirectory) throws Stop {
        Outputs outputs = new Outputs();
        for (String file : options) {
            refuseStandardOutput(file);
            outputs.add(workingDirectory.resolve(file), file, Format.TEXT);
        }
        return outputs;
    }

    private static void refuseStandardOutput(String option) throws Stop {
        if (option.equals("-") || option.endsWith("=-")) {
            throw new Stop(UsageWording.noFile(option));
        }
    }

    private void add(Path file, String written, Format format) throws Stop {
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new Stop(Wording.outputNotWritten(written, Reasons.NO_FOLDER));
        }
        if (Files.isDirectory(file)) {
            throw new Stop(Wording.outputNotWritten(written, Reasons.A_FOLDER));
        }
        if (file.toString().endsWith(".lock.json")) {
            throw new Stop(Wording.outputNotWritten(written, Reasons.A_LOCKFILE));
        }
        files.put(file, format);
    }

    void write(Document document) throws Stop {
        for (Map.Entry<Path, Format> file : files.entrySet()) {
            write(file.getKey(), document.in(file.getValue()));
        }
    }

    /** The same text for each file, whatever its format. */
    void write(String text) throws Stop {
        for (Path file : files.keySet()) {
            write(file, text);
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
