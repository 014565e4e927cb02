package dev.tagdrift.cli;

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
 * @param messages that follow them
 * @param summary the count
 * @param json all of it for programs
 */
record Document(List<String> lines, List<Message> messages, String summary, Supplier<String> json) {
    String text(TextRenderer renderer) {
        return Stream.concat(
                        lines.stream().map(TextRenderer::plain),
                        messages.stream().flatMap(message -> renderer.lines(message).stream()))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }
}
