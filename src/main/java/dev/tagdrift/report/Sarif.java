package dev.tagdrift.report;

import dev.tagdrift.report.Entry.Topic;
import dev.tagdrift.settings.Ignore;
import dev.tagdrift.source.Location;
import java.io.IOException;
import java.util.List;

/**
 * A bulletin as SARIF 2.1.0, for code scanning.
 *
 * <p>What stands in a file is a result. That something could not be looked at says nothing about a file: it is a
 * notification, and the invocation counts as not successful.
 */
public final class Sarif {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /** Not {@code primaryLocationLineHash}: that is GitHub's own, and made of the file's text when it is uploaded. */
    private static final String FINGERPRINT = "tagdrift/v1";

    private final Bulletin bulletin;
    private final JsonText json;
    private final List<Entry> entries;
    private final List<Entry> results;
    private final List<Id> rules;
    private final List<Id> notifications;

    private Sarif(Bulletin bulletin, JsonText json) {
        this.bulletin = bulletin;
        this.json = json;
        this.entries = bulletin.sited();
        this.results = entries.stream().filter(Sarif::isResult).toList();
        this.rules = ids(results);
        this.notifications =
                ids(entries.stream().filter(entry -> !isResult(entry)).toList());
    }

    private static boolean isResult(Entry entry) {
        return switch (entry.topic()) {
            case FINDING, UNREAD -> true;
            case UNCHECKED, SETUP -> false;
        };
    }

    private static List<Id> ids(List<Entry> entries) {
        return entries.stream()
                .map(entry -> entry.message().id())
                .distinct()
                .sorted()
                .toList();
    }

    /** The document. */
    public static String of(Bulletin bulletin) {
        return JsonText.of(json -> new Sarif(bulletin, json).write());
    }

    private void write() throws IOException {
        json.field("$schema", SCHEMA);
        json.field("version", "2.1.0");
        json.objects("runs", List.of(bulletin), any -> {
            json.objectField("tool", () -> json.objectField("driver", this::driver));
            json.objects("invocations", List.of(bulletin), this::invocation);
            Fingerprints fingerprints = new Fingerprints();
            json.objects("results", results, entry -> result(entry, fingerprints.next(entry)));
        });
    }

    private void driver() throws IOException {
        json.field("name", "tagdrift");
        json.objects("rules", rules, id -> {
            json.field("id", id.toString());
            message("shortDescription", RuleWording.when(id));
            message("fullDescription", RuleWording.when(id));
            message("help", RuleWording.advice(id));
        });
        json.objects("notifications", notifications, id -> json.field("id", id.toString()));
    }

    private void invocation(Bulletin run) throws IOException {
        json.field("executionSuccessful", run.isComplete());
        json.field("exitCode", run.exitCode());
        notifications("toolExecutionNotifications", Topic.UNCHECKED);
        notifications("toolConfigurationNotifications", Topic.SETUP);
    }

    private void notifications(String name, Topic topic) throws IOException {
        List<Entry> about =
                entries.stream().filter(entry -> entry.topic() == topic).toList();
        json.objects(name, about, entry -> {
            Id id = entry.message().id();
            json.objectField("descriptor", () -> {
                json.field("id", id.toString());
                json.field("index", notifications.indexOf(id));
            });
            told(entry.message());
            locations("locations", entry.places());
        });
    }

    private void result(Entry entry, String fingerprint) throws IOException {
        Id id = entry.message().id();
        json.field("ruleId", id.toString());
        json.field("ruleIndex", rules.indexOf(id));
        told(entry.message());
        locations("locations", entry.places().stream().limit(1).toList());
        locations("relatedLocations", entry.places().stream().skip(1).toList());
        json.objectField("partialFingerprints", () -> json.field(FINGERPRINT, fingerprint));
        json.objects("suppressions", entry.ignored().stream().toList(), this::suppression);
    }

    private void suppression(Ignore rule) throws IOException {
        json.field("kind", "external");
        json.field("status", "accepted");
        json.field("justification", (rule.reason() + " (until " + rule.until() + ")").strip());
    }

    private void told(Message message) throws IOException {
        json.field("level", level(message.kind()));
        message("message", TextRenderer.withoutPlace(message));
    }

    private void message(String name, String text) throws IOException {
        json.objectField(name, () -> json.field("text", SarifText.message(text)));
    }

    private void locations(String name, List<Location> places) throws IOException {
        json.objects(
                name,
                places,
                place -> json.objectField("physicalLocation", () -> {
                    json.objectField("artifactLocation", () -> {
                        json.field("uri", SarifText.uri(place.path()));
                        json.field("uriBaseId", "%SRCROOT%");
                    });
                    json.objectField("region", () -> json.field("startLine", place.line()));
                }));
    }

    private static String level(Kind kind) {
        return switch (kind) {
            case DRIFT, STALE, ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "note";
        };
    }
}
