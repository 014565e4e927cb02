package dev.tagdrift.report;

import dev.tagdrift.explain.Content.Compared;
import dev.tagdrift.explain.Content.LockedGone;
import dev.tagdrift.explain.Content.NoCommonPlatform;
import dev.tagdrift.explain.Explanation;
import dev.tagdrift.explain.InstalledPackage;
import dev.tagdrift.explain.LayerChanges;
import dev.tagdrift.explain.PackageChanges;
import dev.tagdrift.explain.PlatformChanges;
import dev.tagdrift.explain.SharedLibrary;
import dev.tagdrift.explain.Side;
import dev.tagdrift.explain.VersionChange;
import java.io.IOException;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** What changed between two images, as JSON; docs/reference/explain.schema.json tells the shape. */
public final class ExplainJson {
    private final JsonText json;

    /** For a document that has more to tell. */
    ExplainJson(JsonText json) {
        this.json = json;
    }

    /**
     * The document.
     *
     * @param exitCode what the run ends with
     */
    public static String of(ExplainReport report, int exitCode) {
        return JsonText.of(json -> {
            json.field("exitCode", exitCode);
            json.field("locked", report.locked());
            json.field("current", report.current());
            if (report.outcome().found().isPresent()) {
                Explanation explanation = report.outcome().found().get();
                new ExplainJson(json).write(report.words(explanation).verdict(), explanation);
            }
            json.objects("problems", report.messages(), message -> {
                json.field("id", message.id().toString());
                json.words(message);
            });
        });
    }

    void write(String verdict, Explanation explanation) throws IOException {
        json.field("verdict", verdict);
        json.field("cause", word(explanation.cause()));
        json.field("platform", explanation.platform().toString());
        json.objectField("before", () -> side(explanation.locked()));
        json.objectField("after", () -> side(explanation.current()));
        switch (explanation.content()) {
            case Compared compared -> compared(compared);
            case LockedGone gone -> json.field("notCompared", "locked-gone");
            case NoCommonPlatform none -> json.field("notCompared", "no-common-platform");
        }
        json.objectField("platforms", () -> platforms(explanation.platforms()));
        json.field("betterTag", explanation.betterTag());
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void side(Side side) throws IOException {
        json.field("digest", side.digest().toString());
        json.field("created", side.created());
        json.field("os", side.os());
        json.field("software", side.software().map(software -> software.variable() + "=" + software.version()));
    }

    private void compared(Compared compared) throws IOException {
        Optional<PackageChanges> packages = compared.packages().changes();
        if (packages.isPresent()) {
            json.objectField("packages", () -> packages(packages.get()));
        } else {
            json.texts("packagesUnknown", new PackageWording(compared.packages()).obstacles());
        }
        json.objects("configuration", compared.config(), change -> {
            json.field("setting", word(change.setting()));
            json.field("name", change.name());
            json.field("before", change.locked());
            json.field("after", change.current());
        });
        LayerChanges layers = compared.layers();
        json.objectField("layers", () -> {
            json.field("shared", layers.shared());
            json.field("before", layers.locked());
            json.field("after", layers.current());
            json.field("bytesBefore", layers.lockedSize());
            json.field("bytesAfter", layers.currentSize());
        });
    }

    private void packages(PackageChanges changes) throws IOException {
        json.objects("librariesGone", changes.libraries(), change -> {
            json.field("name", change.gone().name());
            json.field("successor", change.successor().map(SharedLibrary::name));
        });
        versions("upgraded", changes.upgraded());
        versions("downgraded", changes.downgraded());
        packages("added", changes.added());
        packages("removed", changes.removed());
    }

    private void versions(String name, Collection<VersionChange> changes) throws IOException {
        json.objects(name, changes, change -> {
            json.field("name", change.to().name());
            json.field("before", change.from().version());
            json.field("after", change.to().version());
        });
    }

    private void packages(String name, Collection<InstalledPackage> packages) throws IOException {
        json.objects(name, packages, one -> {
            json.field("name", one.name());
            json.field("version", one.version());
        });
    }

    private void platforms(PlatformChanges platforms) throws IOException {
        json.texts("added", platforms.added());
        json.texts("removed", platforms.removed());
        json.texts("rebuilt", platforms.rebuilt());
        json.texts("same", platforms.same());
    }
}
