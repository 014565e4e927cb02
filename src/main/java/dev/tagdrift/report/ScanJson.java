package dev.tagdrift.report;

import dev.tagdrift.source.Inventory;

/** What a scan found, as JSON; docs/reference/json.md tells the shape, which is stable. */
public final class ScanJson {
    private ScanJson() {}

    /** The document. */
    public static String of(Inventory inventory) {
        return JsonText.of(json -> json.objects("files", inventory.files(), file -> {
            json.field("path", file.path());
            json.objects("uses", file.uses(), use -> {
                json.field("reference", use.reference().toString());
                json.field("written", use.written());
                json.field("line", use.location().line());
                json.field("instruction", use.instruction().name());
                json.field("stage", use.stage());
                json.texts("platforms", use.platforms());
            });
            json.objects("problems", file.problems(), problem -> {
                Message message = ProblemWording.message(problem);
                json.field("id", message.id().toString());
                json.field("line", problem.location().line());
                json.field("message", message.sentence());
            });
        }));
    }
}
