package dev.tagdrift.cli;

import dev.tagdrift.report.Bulletin;
import dev.tagdrift.report.ExitCode;
import dev.tagdrift.report.GitHubAnnotations;
import dev.tagdrift.report.GitLabQuality;
import dev.tagdrift.report.HtmlPage;
import dev.tagdrift.report.JUnitXml;
import dev.tagdrift.report.Markdown;
import dev.tagdrift.report.Message;
import dev.tagdrift.report.Sarif;
import dev.tagdrift.report.TextRenderer;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a command has to tell, ready for each format.
 *
 * @param lines of text that come first
 * @param bulletin what follows them
 * @param markdown all of it for a comment on a pull request
 * @param html all of it for a browser
 * @param json all of it for programs, with what the run ends with
 */
record Document(
        Function<TextRenderer, List<String>> lines,
        Bulletin bulletin,
        Function<Bulletin, String> markdown,
        Function<Bulletin, String> html,
        IntFunction<String> json) {
    /** For commands that show a browser no more than the bulletin has. */
    Document(
            Function<TextRenderer, List<String>> lines,
            Bulletin bulletin,
            Function<Bulletin, String> markdown,
            IntFunction<String> json) {
        this(lines, bulletin, markdown, all -> HtmlPage.of(all, ""), json);
    }

    /** For commands whose lines are never broken, and that tell nothing in Markdown but what the bulletin has. */
    Document(List<String> lines, Bulletin bulletin, IntFunction<String> json) {
        this(renderer -> lines, bulletin, all -> Markdown.of(all, Markdown.COMMENT), json);
    }

    /** For commands that write text and JSON only. */
    Document(List<String> lines, List<Message> messages, String summary, IntFunction<String> json) {
        this(lines, Bulletin.of(messages, summary, ExitCode.OK), json);
    }

    /** In a format; as text for a log. */
    String in(Format format) {
        return switch (format) {
            case TEXT -> text(new TextRenderer(false, Integer.MAX_VALUE)) + bulletin.summary() + "\n";
            case JSON -> json.apply(bulletin.exitCode());
            case MARKDOWN -> markdown.apply(bulletin);
            case HTML -> html.apply(bulletin);
            case SARIF -> Sarif.of(bulletin);
            case JUNIT -> JUnitXml.of(bulletin);
            case GITHUB -> GitHubAnnotations.of(bulletin);
            case GITLAB -> GitLabQuality.of(bulletin);
        };
    }

    String text(TextRenderer renderer) {
        return Stream.concat(
                        lines.apply(renderer).stream().map(TextRenderer::plain),
                        bulletin.messages().stream().flatMap(message -> renderer.lines(message).stream()))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    /** The same, of a root that is this folder of its repository. */
    Document within(String folder) {
        return new Document(lines, bulletin.within(folder), markdown, html, json);
    }

    /** The same of a run that ends with this. */
    Document endingWith(int exitCode) {
        return new Document(lines, bulletin.endingWith(exitCode), markdown, html, json);
    }

    /** The same, with more to show a browser. */
    Document withHtml(Function<Bulletin, String> page) {
        return new Document(lines, bulletin, markdown, page, json);
    }

    /** Only what fails. */
    Document withoutNotes() {
        return new Document(renderer -> List.of(), bulletin.withoutNotes(), markdown, html, json);
    }
}
