package dev.tagdrift.report;

import dev.tagdrift.image.ImageReference;
import dev.tagdrift.pin.FileChange;
import dev.tagdrift.pin.UseChange;
import dev.tagdrift.pin.UseChange.Rewritten;
import dev.tagdrift.pin.UseChange.Unchanged;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** What a pin did, as JSON; docs/reference/json.md tells the shape. */
public final class PinJson {
    private PinJson() {}

    /**
     * The document.
     *
     * @param exitCode what the run ends with
     */
    public static String of(PinReport report, int exitCode) {
        return JsonText.of(json -> {
            json.field("exitCode", exitCode);
            json.field("mode", report.mode().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            json.objectField("lockfile", () -> {
                json.field("path", report.lockfile().path());
                json.field("written", report.lock().filter(LockReport::written).isPresent());
            });
            if (report.lock().isPresent()) {
                LockJson.images(json, report.lock().get().outcome());
            }
            json.objects("files", report.files(), file -> file(json, file, report.mode()));
            json.objects("problems", Wording.pin(report), message -> {
                json.field("id", message.id().toString());
                json.field("kind", message.kind().toString());
                json.field("where", message.where());
                json.words(message);
            });
        });
    }

    private static void file(JsonText json, FileChange file, PinReport.Mode mode) throws IOException {
        json.field("path", file.path());
        json.field("changed", file.succeeded());
        json.field("written", file.succeeded() && mode == PinReport.Mode.WRITE);
        json.objects("places", file.places(), change -> {
            json.field("line", change.place().line());
            json.field("instruction", change.place().instruction().name());
            json.field("written", change.place().written());
            json.field("change", PinWording.word(change));
            json.texts("before", change.place().references());
            json.field("after", after(change));
            json.field("reason", reason(change));
        });
    }

    private static Optional<ImageReference> after(UseChange change) {
        return change instanceof Rewritten rewritten ? Optional.of(rewritten.after()) : Optional.empty();
    }

    private static Optional<Id> reason(UseChange change) {
        return change instanceof Unchanged unchanged
                ? Optional.of(PinTroubleWording.id(unchanged.reason()))
                : Optional.empty();
    }
}
