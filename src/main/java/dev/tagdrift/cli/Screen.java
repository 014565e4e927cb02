package dev.tagdrift.cli;

import dev.tagdrift.report.ExitCode;
import dev.tagdrift.report.Kind;
import dev.tagdrift.report.Message;
import dev.tagdrift.report.StoppedJson;
import dev.tagdrift.report.TextRenderer;
import java.util.List;

/** Puts what a command tells where it was asked for: data to stdout, the rest to stderr. */
final class Screen {
    private final CommonOptions options;
    private final Surroundings surroundings;
    private final TextRenderer renderer;
    private final Outputs outputs;

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
        this.outputs = Outputs.of(options.outputs, surroundings.workingDirectory());
    }

    /** What a command does. */
    @FunctionalInterface
    interface Work {
        int run() throws Stop;
    }

    /** Does the work; if it cannot be done, nobody goes on with what an earlier run has said. */
    int run(Work work) throws Stop {
        try {
            return work.run();
        } catch (Stop stop) {
            Document nothing = new Document(
                    List.of(), stop.messages(), "", () -> StoppedJson.of(stop.exitCode(), stop.messages()));
            outputs.write(nothing);
            if (options.format == Format.JSON) {
                print(nothing.json().get());
            }
            complain(stop);
            return stop.exitCode();
        }
    }

    /**
     * Shows what the command was asked for.
     *
     * @param exitCode that the command ends with
     * @return the same, unless a file could not be written: then drift is still drift, and all else an error
     */
    int show(Document document, int exitCode) {
        print(
                switch (options.format) {
                    case TEXT -> (options.quiet ? withoutNotes(document) : document).text(renderer);
                    case JSON -> document.json().get();
                });
        if (!options.quiet) {
            surroundings.err().println(TextRenderer.plain(document.summary()));
        }
        try {
            outputs.write(document);
            return exitCode;
        } catch (Stop stop) {
            complain(stop);
            return exitCode == ExitCode.DRIFT ? exitCode : stop.exitCode();
        }
    }

    private void complain(Stop stop) {
        stop.messages().forEach(message -> renderer.lines(message).forEach(surroundings.err()::println));
    }

    private void print(String text) {
        surroundings.out().print(text);
        surroundings.out().flush();
    }

    private static Document withoutNotes(Document document) {
        List<Message> failing = document.messages().stream()
                .filter(message -> message.kind() != Kind.NOTE && message.kind() != Kind.WARNING)
                .toList();
        return new Document(List.of(), failing, document.summary(), document.json());
    }

    /** Tells something that is not what the command was asked for. */
    synchronized void tell(Message message) {
        if (!options.quiet) {
            renderer.lines(message).forEach(surroundings.err()::println);
        }
    }

    /** Logs a line for {@code -v}. */
    synchronized void log(String line) {
        if (options.verbose) {
            surroundings.err().println(TextRenderer.plain(line));
        }
    }
}
