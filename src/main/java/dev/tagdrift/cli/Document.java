package dev.tagdrift.cli;

import dev.tagdrift.report.Bulletin;
import dev.tagdrift.report.ExitCode;
import dev.tagdrift.report.Message;
import dev.tagdrift.report.TextRenderer;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a command has to tell, ready for each format.
 *
 * @param lines of text that come first
 * @param bulletin what follows them
 * @param json all of it for programs
 */
record Document(List<String> lines, Bulletin bulletin, Supplier<String> json) {
    /** For commands that write text and JSON only, which do not tell the exit code. */
    Document(List<String> lines, List<Message> messages, String summary, Supplier<String> json) {
        this(lines, Bulletin.of(messages, summary, ExitCode.OK), json);
    }

    String text(TextRenderer renderer) {
        return Stream.concat(
                        lines.stream().map(TextRenderer::plain),
                        bulletin.messages().stream().flatMap(message -> renderer.lines(message).stream()))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    /** Only what fails. */
    Document withoutNotes() {
        return new Document(List.of(), bulletin.withoutNotes(), json);
    }
}
