package dev.tagdrift.cli;

import dev.tagdrift.report.Bulletin;
import dev.tagdrift.report.ExitCode;
import dev.tagdrift.report.HtmlPage;
import dev.tagdrift.report.Message;
import dev.tagdrift.report.StoppedJson;
import dev.tagdrift.report.TextRenderer;
import dev.tagdrift.report.UsageWording;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** Puts what a command tells where it was asked for: data to stdout, the rest to stderr. */
final class Screen {
    /** Control characters, but for those that text is laid out with. */
    private static final Pattern OBEYED = Pattern.compile("[\\p{Cc}&&[^\t\r\n]]");

    private final CommonOptions options;
    private final Surroundings surroundings;
    private final TextRenderer renderer;
    private final Outputs outputs;
    private final StepSummary stepSummary;

    /** Refuses, before any work is done, a format that the command does not write. */
    Screen(CommonOptions options, Surroundings surroundings) throws Stop {
        this(options, surroundings, Outputs.of(options.outputs(), options.formats(), surroundings.workingDirectory()));
        spareOwnFiles();
        if (!options.formats().contains(options.format)) {
            throw new Stop(UsageWording.formatNotHere(options.format.toString(), options.formats()));
        }
    }

    /** For a command whose text is for a builder, and has one form alone. */
    static Screen ofOneForm(CommonOptions options, Surroundings surroundings) throws Stop {
        Screen screen = new Screen(
                options, surroundings, Outputs.ofOneForm(options.outputs(), surroundings.workingDirectory()));
        screen.spareOwnFiles();
        return screen;
    }

    private Screen(CommonOptions options, Surroundings surroundings, Outputs outputs) {
        this.options = options;
        this.surroundings = surroundings;
        this.renderer = new TextRenderer(
                switch (options.colour) {
                    case ALWAYS -> true;
                    case NEVER -> false;
                    case AUTO -> surroundings.colours();
                },
                surroundings.width());
        this.stepSummary = new StepSummary(surroundings.environment());
        this.outputs = outputs;
    }

    /** Refuses to write over what says how the run is done. */
    private void spareOwnFiles() throws Stop {
        Path here = surroundings.workingDirectory();
        Root root = Root.find(here);
        outputs.spare(List.of(root.settings(options, here)), Reasons.SETTINGS);
        outputs.spare(List.of(root.lockfile(options, here)), Reasons.LOCKFILE);
    }

    /** Refuses to write over files; nothing is written at all then. */
    void spare(Collection<Path> files, String reason) throws Stop {
        outputs.spare(files, reason);
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
            int end = end(stop.exitCode());
            String project = Root.find(surroundings.workingDirectory()).name();
            Document nothing = located(new Document(
                            List.of(),
                            Bulletin.of(stop.messages(), "", end),
                            exitCode -> StoppedJson.of(exitCode, stop.messages()))
                    .withHtml(bulletin -> HtmlPage.of(bulletin, project)));
            write(nothing);
            if (options.format != Format.TEXT) {
                print(nothing.in(options.format));
            }
            complain(stop);
            return end;
        }
    }

    /** Who ends a run ends it with a code of its own, whatever was found. */
    private int end(int exitCode) {
        return surroundings.interruption().exitCode().orElse(exitCode);
    }

    /**
     * Shows what the command was asked for.
     *
     * @param found the exit code of what was found
     * @return what the command ends with: where a file could not be written drift is still drift, and all else an error
     */
    int show(Document told, int found) {
        int exitCode = end(found);
        Document document = located(told).endingWith(exitCode);
        print(
                options.format == Format.TEXT
                        ? (options.quiet ? document.withoutNotes() : document).text(renderer)
                        : document.in(options.format));
        if (!options.quiet) {
            surroundings.err().println(TextRenderer.plain(document.bulletin().summary()));
        }
        try {
            write(document);
            return exitCode;
        } catch (Stop stop) {
            complain(stop);
            return exitCode == ExitCode.DRIFT ? exitCode : stop.exitCode();
        }
    }

    private Document located(Document document) {
        return document.within(Root.find(surroundings.workingDirectory()).inRepository());
    }

    private void write(Document document) throws Stop {
        outputs.write(document);
        if (options.format == Format.GITHUB) {
            stepSummary.add(document.bulletin());
        }
    }

    /**
     * Hands over what other programs read: to the files that were named, or else to standard output. What a person is
     * told goes elsewhere.
     *
     * @return the exit code, unless a file could not be written
     */
    int deliver(String text, List<Message> messages, String summary, int exitCode) throws Stop {
        hand(text);
        messages.forEach(this::tell);
        if (!options.quiet) {
            surroundings.err().println(TextRenderer.plain(summary));
        }
        return exitCode;
    }

    /** Hands over a text alone. */
    void hand(String text) throws Stop {
        if (options.outputs().isEmpty()) {
            print(text);
        } else {
            outputs.write(text);
        }
    }

    /** Shows a patch, but for what a terminal would obey; a program gets what it asked for and no patch. */
    void patch(String patch) {
        if (options.format == Format.TEXT) {
            print(OBEYED.matcher(patch).replaceAll("\uFFFD"));
        }
    }

    private void complain(Stop stop) {
        stop.messages().forEach(message -> renderer.lines(message).forEach(surroundings.err()::println));
    }

    private void print(String text) {
        surroundings.out().print(text);
        surroundings.out().flush();
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
