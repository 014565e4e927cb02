package dev.tagdrift.report;

import static dev.tagdrift.report.Phrases.code;

import dev.tagdrift.explain.ConfigChange;
import dev.tagdrift.explain.Content.Compared;
import dev.tagdrift.explain.Content.LockedGone;
import dev.tagdrift.explain.Content.NoCommonPlatform;
import dev.tagdrift.explain.Explanation;
import dev.tagdrift.explain.LayerChanges;
import dev.tagdrift.explain.LibraryChange;
import dev.tagdrift.explain.PackageChanges;
import dev.tagdrift.explain.PlatformChanges;
import dev.tagdrift.explain.Side;
import dev.tagdrift.image.OsRelease;
import dev.tagdrift.image.Platform;
import dev.tagdrift.report.Told.Row;
import dev.tagdrift.report.Told.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words for what changed between two images. */
final class ExplainWording {
    private final Optional<String> other;
    private final VerdictWording verdict;
    private final Explanation explanation;

    /**
     * Words for one explanation.
     *
     * @param other the image before, as people write it, where that is any image and not the locked one
     * @param name the image now, likewise
     */
    ExplainWording(Optional<String> other, String name, Explanation explanation) {
        this.other = other;
        this.verdict = new VerdictWording(other, name, explanation);
        this.explanation = explanation;
    }

    /**
     * All that is told.
     *
     * @param whole whether every package is named, or only how many changed
     */
    Told told(boolean whole) {
        List<Section> sections = new ArrayList<>();
        sections.add(summary(whole));
        explanation.content().packageChanges().ifPresent(changes -> {
            sections.add(libraries(changes));
            if (whole) {
                sections.addAll(PackageWording.all(changes));
            }
        });
        if (explanation.content() instanceof Compared compared) {
            sections.add(configuration(compared.config()));
        }
        return new Told(
                verdict(),
                sections.stream().filter(section -> !section.rows().isEmpty()).toList());
    }

    /** What a person would say aloud. */
    String verdict() {
        return verdict.sentence();
    }

    private Section summary(boolean whole) {
        List<Row> rows = new ArrayList<>();
        rows.add(image(other.isPresent() ? "before" : "locked", explanation.locked()));
        rows.add(image(other.isPresent() ? "after" : "current", explanation.current()));
        rows.add(Row.of("platform", explanation.platform() + platforms(explanation.platforms())));
        rows.addAll(content(whole));
        explanation
                .betterTag()
                .ifPresent(tag -> rows.add(Row.of("moves less", code(tag.familiar()) + " names the same image now")));
        return new Section("", rows);
    }

    private List<Row> content(boolean whole) {
        return switch (explanation.content()) {
            case Compared compared when compared.same() -> List.of();
            case Compared compared -> {
                List<Row> rows = new ArrayList<>(new PackageWording(compared.packages()).summary(whole));
                rows.add(layers(compared.layers()));
                yield rows;
            }
            case LockedGone gone ->
                List.of(Row.of("packages", "cannot be compared: the registry has the locked image no more"));
            case NoCommonPlatform none -> List.of(Row.of("packages", "cannot be compared: " + verdict.lacking(none)));
        };
    }

    private static Row image(String label, Side side) {
        List<String> facts = new ArrayList<>();
        facts.add(Phrases.digest(side.digest()) + Phrases.built(side.created()));
        side.os().map(OsRelease::toString).ifPresent(facts::add);
        side.software().map(VerdictWording::version).ifPresent(facts::add);
        return Row.of(label, String.join("  ", facts));
    }

    private static Section libraries(PackageChanges changes) {
        return new Section(
                "libraries gone",
                changes.libraries().stream().map(ExplainWording::library).toList());
    }

    private static Row library(LibraryChange change) {
        return Row.of(
                change.gone().name(),
                change.successor().map(successor -> "now " + successor.name()).orElse("nothing took its place"));
    }

    private static Section configuration(List<ConfigChange> changes) {
        return new Section(
                "configuration",
                changes.stream()
                        .map(change -> Row.of(
                                (setting(change) + " " + change.name()).strip(),
                                Phrases.change(change.locked(), change.current())))
                        .toList());
    }

    private static String setting(ConfigChange change) {
        return switch (change.setting()) {
            case PLATFORM -> "platform";
            case ENVIRONMENT -> "env";
            case ENTRYPOINT -> "entrypoint";
            case COMMAND -> "cmd";
            case USER -> "user";
            case DIRECTORY -> "workdir";
            case PORT -> "port";
            case VOLUME -> "volume";
            case STOP_SIGNAL -> "stop signal";
            case LABEL -> "label";
        };
    }

    private static Row layers(LayerChanges layers) {
        return Row.of(
                "layers",
                layers.shared() + " of " + layers.locked() + " kept, now " + layers.current() + "; "
                        + Phrases.size(layers.lockedSize()) + " -> " + Phrases.size(layers.currentSize()));
    }

    private static String platforms(PlatformChanges platforms) {
        return Stream.of(
                        part("added", platforms.added()),
                        part("removed", platforms.removed()),
                        part("rebuilt", platforms.rebuilt()),
                        part("the same", platforms.same()))
                .flatMap(Optional::stream)
                .map(part -> "; " + part)
                .collect(Collectors.joining());
    }

    private static Optional<String> part(String label, SortedSet<Platform> platforms) {
        return platforms.isEmpty() ? Optional.empty() : Optional.of(label + " " + Phrases.list(platforms));
    }
}
