package dev.tagdrift.report;

import static dev.tagdrift.report.WorkflowCommand.data;
import static dev.tagdrift.report.WorkflowCommand.property;

import java.util.stream.Collectors;

/** A bulletin as annotations of a workflow's run on GitHub: one line for each entry. */
public final class GitHubAnnotations {
    private GitHubAnnotations() {}

    /** The lines. */
    public static String of(Bulletin bulletin) {
        return bulletin.sited().stream().map(GitHubAnnotations::line).collect(Collectors.joining());
    }

    private static String line(Entry entry) {
        Message message = entry.message();
        String place = entry.places().stream()
                .findFirst()
                .map(location -> "file=" + property(location.path()) + ",line=" + location.line() + ",")
                .orElse("");
        String title = "title=" + property("tagdrift: " + message.kind() + "[" + message.id() + "]");
        return "::" + level(message.kind()) + " " + place + title + "::" + data(TextRenderer.withoutPlace(message))
                + "\n";
    }

    private static String level(Kind kind) {
        return switch (kind) {
            case DRIFT, STALE, ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "notice";
        };
    }
}
