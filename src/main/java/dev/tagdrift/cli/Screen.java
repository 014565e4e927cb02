package dev.tagdrift.cli;

import dev.tagdrift.report.Kind;
import dev.tagdrift.report.Message;
import dev.tagdrift.report.TextRenderer;
import dev.tagdrift.report.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts what a command tells where it was asked for: data to stdout and to files, the rest to stderr. */
final class Screen {
    private static final int FILE_WIDTH = Integer.MAX_VALUE;

    private final CommonOptions options;
    private final Surroundings surroundings;
    private final TextRenderer renderer;
    private final Map<Path, Format> files = new LinkedHashMap<>();

    Screen(CommonOptions options, Surroundings surroundings) throws Stop {
        this.options = options;
        this.surroundings = surroundings;
        this.renderer = new TextRenderer(
                switch (options.colour) {
                    case ALWAYS -> true;
                    case NEVER -> false;
                    case AUTO -> surroundings.colours();
                },
                surroundings.width());
        for (String output : options.outputs) {
            addFile(output);
        }
    }

    private void addFile(String output) throws Stop {
        int equals = output.indexOf('=');
        Optional<Format> named = equals < 0 ? Optional.empty() : Format.named(output.substring(0, equals));
        String file = named.isPresent() ? output.substring(equals + 1) : output;
        Format format = named.or(() -> Format.ofFile(file)).orElseThrow(() -> new Stop(Wording.unknownFormat(output)));
        files.put(surroundings.workingDirectory().resolve(file), format);
    }

    /** The files first, so that one that cannot be written is known before anybody reads on. */
    void show(Document document) throws Stop {
        for (Map.Entry<Path, Format> file : files.entrySet()) {
            write(
                    file.getKey(),
                    switch (file.getValue()) {
                        case TEXT -> document.text(new TextRenderer(false, FILE_WIDTH)) + document.summary() + "\n";
                        case JSON -> document.json().get();
                    });
        }
        surroundings
                .out()
                .print(
                        switch (options.format) {
                            case TEXT -> (options.quiet ? withoutNotes(document) : document).text(renderer);
                            case JSON -> document.json().get();
                        });
        surroundings.out().flush();
        if (!options.quiet) {
            surroundings.err().println(document.summary());
        }
    }

    private static Document withoutNotes(Document document) {
        List<Message> failing = document.messages().stream()
                .filter(message -> message.kind() != Kind.NOTE && message.kind() != Kind.WARNING)
                .toList();
        return new Document(List.of(), failing, document.summary(), document.json());
    }

    private static void write(Path file, String text) throws Stop {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new Stop(Wording.file(file.toString(), "written", Reasons.ofWriting(e)));
        }
    }

    /** Tells something that is not what the command was asked for. */
    void tell(Message message) {
        if (!options.quiet) {
            renderer.lines(message).forEach(surroundings.err()::println);
        }
    }

    /** Logs a line for {@code -v}. */
    void log(String line) {
        if (options.verbose) {
            surroundings.err().println(line);
        }
    }
}
