package dev.tagdrift.report;

import dev.tagdrift.source.Location;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** A bulletin as a report of GitLab's Code Quality. */
public final class GitLabQuality {
    /** The format wants a file, and what is in none is a matter of how tagdrift is set up. */
    private static final Location SETTINGS = new Location("tagdrift.yaml", 1);

    /** What is told of a list: a description is one line. */
    private static final int LISTED = 4;

    private GitLabQuality() {}

    /** The document. */
    public static String of(Bulletin bulletin) {
        Fingerprints fingerprints = new Fingerprints();
        return JsonText.list(json -> {
            for (Entry entry : bulletin.sited()) {
                Location place = entry.places().stream().findFirst().orElseGet(() -> bulletin.sited(SETTINGS));
                json.object(() -> write(json, entry, place, fingerprints.next(entry)));
            }
        });
    }

    private static void write(JsonText json, Entry entry, Location place, String fingerprint) throws IOException {
        json.field("description", TextRenderer.plain(description(entry.message())));
        json.field("check_name", entry.message().id().toString());
        json.field("fingerprint", fingerprint);
        json.field("severity", severity(entry.message().kind()));
        json.objectField("location", () -> {
            json.field("path", place.path());
            json.objectField("lines", () -> json.field("begin", place.line()));
        });
    }

    /** The sentence, and the fact that weighs most: a description has one line, and there is nothing below it. */
    private static String description(Message message) {
        return message.sentence()
                + message.facts().stream()
                        .findFirst()
                        .map(fact -> " (" + fact.label() + ": " + list(fact.items()) + ")")
                        .orElse("");
    }

    private static String list(List<String> items) {
        return items.stream().limit(LISTED).collect(Collectors.joining(", ")).replace("  ", ", ")
                + (items.size() > LISTED ? " and more" : "");
    }

    private static String severity(Kind kind) {
        return switch (kind) {
            case DRIFT, ERROR -> "critical";
            case STALE -> "major";
            case WARNING -> "minor";
            case NOTE -> "info";
        };
    }
}
