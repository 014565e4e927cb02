package dev.tagdrift.report;

import dev.tagdrift.lockfile.LockChange;
import dev.tagdrift.lockfile.LockChange.Moved;
import dev.tagdrift.lockfile.LockOutcome;
import dev.tagdrift.lockfile.LockedImage;
import java.io.IOException;
import java.util.Optional;

/** What a lock did, as JSON; docs/reference/json.md tells the shape. */
public final class LockJson {
    private LockJson() {}

    /**
     * The document.
     *
     * @param exitCode what the run ends with
     */
    public static String of(LockReport report, int exitCode) {
        return JsonText.of(json -> {
            json.field("exitCode", exitCode);
            json.objectField("lockfile", () -> {
                json.field("path", report.lockfile().path());
                json.field("written", report.written());
            });
            images(json, report.outcome());
            json.objects("problems", Wording.lock(report), message -> {
                json.field("id", message.id().toString());
                json.field("kind", message.kind().toString());
                json.field("where", message.where());
                json.words(message);
            });
        });
    }

    /** What became of each entry. */
    static void images(JsonText json, LockOutcome outcome) throws IOException {
        json.objects("images", outcome.changes().entrySet(), entry -> {
            json.field("reference", entry.getKey().toString());
            json.field("change", LockWording.word(entry.getValue()));
            json.field("before", before(entry.getValue()));
            json.field("locked", entry.getValue().locked().map(LockedImage::digest));
        });
    }

    private static Optional<?> before(LockChange change) {
        return change instanceof Moved moved ? Optional.of(moved.before().digest()) : Optional.empty();
    }
}
