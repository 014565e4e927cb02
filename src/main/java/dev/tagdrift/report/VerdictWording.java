package dev.tagdrift.report;

import static dev.tagdrift.report.Phrases.code;

import dev.tagdrift.explain.Content.Compared;
import dev.tagdrift.explain.Content.LockedGone;
import dev.tagdrift.explain.Content.NoCommonPlatform;
import dev.tagdrift.explain.Explanation;
import dev.tagdrift.explain.PackageChanges;
import dev.tagdrift.explain.PackageComparison;
import dev.tagdrift.explain.Side;
import dev.tagdrift.explain.Software;
import dev.tagdrift.image.OsRelease;
import java.util.Locale;
import java.util.Optional;

/** The sentence for what weighs most of all that changed between two images. */
final class VerdictWording {
    private static final String SUFFIX = "_VERSION";

    private final Optional<String> other;
    private final String name;
    private final Explanation explanation;
    private final Side locked;
    private final Side current;

    /**
     * Words for one explanation.
     *
     * @param other the image before, as people write it, where that is any image and not the locked one
     * @param name the image now, likewise
     */
    VerdictWording(Optional<String> other, String name, Explanation explanation) {
        this.other = other.map(Phrases::code);
        this.name = code(name);
        this.explanation = explanation;
        this.locked = explanation.locked();
        this.current = explanation.current();
    }

    String sentence() {
        String what = other.map(this::difference).orElseGet(() -> name + " " + move());
        long gone = changes().map(changes -> changes.libraries().size()).orElse(0);
        return gone == 0 ? what : what + "; " + gone(gone);
    }

    static String gone(long number) {
        return number == 1 ? "1 shared library is gone" : number + " shared libraries are gone";
    }

    /** What became of one tag. */
    private String move() {
        return switch (explanation.cause()) {
            case OS_RELEASE -> "moved from " + release(locked) + " to " + release(current);
            case MAJOR_VERSION -> built();
            case LIBRARIES -> built() + " with other packages";
            case PACKAGES ->
                built()
                        + packages()
                                .map(what -> " with other packages: " + what)
                                .orElse("");
            case UNKNOWN, REBUILD -> rebuilt();
            case OTHER_PLATFORMS ->
                "moved for other platforms; the image for " + explanation.platform() + " is the same";
            case UNCHANGED -> "has not moved";
        };
    }

    /** That it is another: in the version of what it is made for, if that is another, since builds are made from that. */
    private String built() {
        return isUpgraded() ? "moved from " + version(locked) + " to " + version(current) : "was built";
    }

    private String rebuilt() {
        return switch (explanation.content()) {
            case Compared compared when isUpgraded() -> built() + likeness(explanation, compared.packages());
            case Compared compared
            when explanation.isOpaque() -> "was replaced; what changed in its files cannot be told";
            case Compared compared -> "was " + again(explanation, compared.packages());
            case LockedGone gone ->
                "moved, and the locked image is gone: only what the lockfile knows of it can be told";
            case NoCommonPlatform none -> "moved, and " + lacking(none);
        };
    }

    /** How two images differ. */
    private String difference(String other) {
        String both = other + " and " + name;
        boolean same = !isUpgraded();
        String versions = other + " is " + version(locked) + ", " + name + " is " + version(current);
        return switch (explanation.cause()) {
            case OS_RELEASE -> other + " is " + release(locked) + ", " + name + " is " + release(current);
            case MAJOR_VERSION -> versions;
            case LIBRARIES -> same ? both + " have other packages" : versions + ", with other packages";
            case PACKAGES ->
                packages()
                        .map(what -> (same ? both + " have" : versions + ", with") + " other packages: " + what)
                        .orElse(versions);
            case UNKNOWN ->
                switch (explanation.content()) {
                    case Compared compared
                    when explanation.isOpaque() ->
                        both + " are two images, and what differs in their files cannot be told";
                    case Compared compared ->
                        (same ? both + " are two images" : versions) + ", and their packages cannot be compared";
                    case LockedGone gone -> both + " are two images, and what is in the first cannot be told";
                    case NoCommonPlatform none -> both + " cannot be compared: " + lacking(none);
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

    /** Which of the two is not for the platform. */
    String lacking(NoCommonPlatform none) {
        String image = none.inLocked()
                ? other.map(before -> name).orElse("the current image")
                : other.orElse("the locked image");
        return image + " is not for " + explanation.platform();
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

    /** How many changed; where none did, what else counts as one, unless the version tells it already. */
    private Optional<String> packages() {
        return changes()
                .map(PackageWording::counts)
                .filter(counts -> !counts.isEmpty())
                .or(() ->
                        isUpgraded() ? Optional.empty() : Optional.of(version(locked) + " became " + version(current)));
    }

    private Optional<PackageChanges> changes() {
        return explanation.content().packageChanges();
    }

    private boolean isUpgraded() {
        return ShiftWording.software(explanation, Software::version).findAny().isPresent();
    }

    private static String release(Side side) {
        return side.os().map(OsRelease::toString).orElse("an unknown release");
    }

    private static String version(Side side) {
        return side.software().map(VerdictWording::version).orElse("an unknown version");
    }

    static String version(Software software) {
        return name(software) + " " + software.version();
    }

    static String name(Software software) {
        String variable = software.variable();
        return variable.substring(0, variable.length() - SUFFIX.length()).toLowerCase(Locale.ROOT);
    }
}
