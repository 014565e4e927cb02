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
import dev.tagdrift.explain.PackageComparison;
import dev.tagdrift.explain.PlatformChanges;
import dev.tagdrift.explain.Side;
import dev.tagdrift.explain.Software;
import dev.tagdrift.image.OsRelease;
import dev.tagdrift.image.Platform;
import dev.tagdrift.report.Told.Row;
import dev.tagdrift.report.Told.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words for what changed between two images. */
final class ExplainWording {
    private static final String SUFFIX = "_VERSION";

    private final Optional<String> other;
    private final String name;
    private final Explanation explanation;

    /**
     * Words for one explanation.
     *
     * @param other the image before, as people write it, where that is any image and not the locked one
     * @param name the image now, likewise
     */
    ExplainWording(Optional<String> other, String name, Explanation explanation) {
        this.other = other;
        this.name = name;
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
        String what = other.map(this::difference).orElseGet(this::move);
        long gone = changes().map(changes -> changes.libraries().size()).orElse(0);
        return gone == 0 ? what : what + "; " + gone(gone);
    }

    /** What became of one tag. */
    private String move() {
        String name = code(this.name);
        return switch (explanation.cause()) {
            case OS_RELEASE ->
                name + " moved from " + release(explanation.locked()) + " to " + release(explanation.current());
            case MAJOR_VERSION ->
                name + " moved from " + software(explanation.locked()) + " to " + software(explanation.current());
            case LIBRARIES -> name + " was built with other packages";
            case PACKAGES -> name + " was built with other packages: " + packages();
            case UNKNOWN, REBUILD -> name + " " + rebuilt();
            case OTHER_PLATFORMS ->
                name + " moved for other platforms; the image for " + explanation.platform() + " is the same";
            case UNCHANGED -> name + " has not moved";
        };
    }

    /** How two images differ. */
    private String difference(String other) {
        String both = code(other) + " and " + code(name);
        return switch (explanation.cause()) {
            case OS_RELEASE ->
                code(other) + " is " + release(explanation.locked()) + ", " + code(name) + " is "
                        + release(explanation.current());
            case MAJOR_VERSION ->
                code(other) + " is " + software(explanation.locked()) + ", " + code(name) + " is "
                        + software(explanation.current());
            case LIBRARIES -> both + " have other packages";
            case PACKAGES -> both + " have other packages: " + packages();
            case UNKNOWN ->
                both
                        + switch (explanation.content()) {
                            case Compared compared -> " are two images, and their packages cannot be compared";
                            case LockedGone gone -> " are two images, and what is in the first cannot be told";
                            case NoCommonPlatform none -> " have no platform in common that is built for";
                        };
            case REBUILD ->
                both + " are two images"
                        + (explanation.content() instanceof Compared compared
                                ? likeness(explanation, compared.packages())
                                : "");
            case OTHER_PLATFORMS -> both + " are the same image for " + explanation.platform();
            case UNCHANGED -> both + " are the same image";
        };
    }

    static String gone(long number) {
        return number == 1 ? "1 shared library is gone" : number + " shared libraries are gone";
    }

    private String rebuilt() {
        return switch (explanation.content()) {
            case Compared compared -> "was " + again(explanation, compared.packages());
            case LockedGone gone ->
                "moved, and the locked image is gone: only what the lockfile knows of it can be told";
            case NoCommonPlatform none -> "moved, and no platform that is built for is in both images";
        };
    }

    /** That nothing else changed, as far as that can be told. */
    static String again(Explanation explanation, PackageComparison packages) {
        return "built again" + likeness(explanation, packages);
    }

    /** As far as two images without a known difference are the same. */
    private static String likeness(Explanation explanation, PackageComparison packages) {
        if (packages.isBare()) {
            return "; packages cannot be compared, as none are recorded";
        }
        if (packages.changes().isEmpty()) {
            return "; the packages cannot be compared";
        }
        boolean released = explanation.locked().os().isPresent()
                && explanation.current().os().isPresent();
        return ", " + (released ? "on the same release and " : "") + "with the same packages";
    }

    private String packages() {
        return changes()
                .map(PackageWording::counts)
                .filter(counts -> !counts.isEmpty())
                .orElseGet(() -> software(explanation.locked()) + " became " + software(explanation.current()));
    }

    private Optional<PackageChanges> changes() {
        return explanation.content().packageChanges();
    }

    private static String release(Side side) {
        return side.os().map(OsRelease::toString).orElse("an unknown release");
    }

    private static String software(Side side) {
        return side.software()
                .map(software -> name(software) + " " + software.version())
                .orElse("an unknown version");
    }

    static String name(Software software) {
        String variable = software.variable();
        return variable.substring(0, variable.length() - SUFFIX.length()).toLowerCase(Locale.ROOT);
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
            case NoCommonPlatform none -> List.of(Row.of("packages", "cannot be compared: no platform is in both"));
        };
    }

    private static Row image(String label, Side side) {
        List<String> facts = new ArrayList<>();
        facts.add(Phrases.digest(side.digest()) + Phrases.built(side.created()));
        side.os().map(OsRelease::toString).ifPresent(facts::add);
        side.software().ifPresent(software -> facts.add(software(side)));
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
