package dev.tagdrift.report;

import java.util.List;

/** Why a command could not do its work, as JSON; docs/reference/json.md tells the shape. */
public final class StoppedJson {
    private StoppedJson() {}

    /** The document. */
    public static String of(int exitCode, List<Message> messages) {
        return JsonText.of(json -> {
            json.field("exitCode", exitCode);
            json.objects("problems", messages, json::problem);
        });
    }
}
