package dev.tagdrift.report;

import static dev.tagdrift.report.Phrases.code;

import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.image.OsRelease;
import dev.tagdrift.image.TagMobility;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words for what moves a tag, by what its name leaves open.
 *
 * @param image the tag
 * @param os the release of the system in the image, if it is known: of a system's own image, the tag's version is that
 */
record MobilityWording(Tagged image, Optional<OsRelease> os) {
    private static final String SYSTEM = "release of the system";
    private static final String ALL = "everything";

    /** {@code each patch and rebuild}. */
    String movers() {
        return own().map(this::pointReleases).orElseGet(this::versions);
    }

    /** Within a release: {@code 12.5} leaves less open than {@code 12}. */
    private String pointReleases(String release) {
        return os.filter(whole -> whole.version().equals(release)).isPresent()
                ? each(true, "patch", "rebuild")
                : each(true, "rebuild");
    }

    private String versions() {
        boolean released = TagMobility.release(image.tag()).isPresent();
        return switch (TagMobility.of(image.tag())) {
            case PATCH_ON_RELEASE, PATCH -> each(released, "rebuild");
            case MINOR -> each(released, "patch", "rebuild");
            case MAJOR -> each(released, "minor version", "patch", "rebuild");
            case UNVERSIONED -> released ? each(true, "version", "rebuild") : ALL;
            case LATEST -> ALL;
        };
    }

    private static String each(boolean released, String... movers) {
        String[] all = Stream.concat(Stream.of(movers), released ? Stream.of() : Stream.of(SYSTEM))
                .toArray(String[]::new);
        String last = all[all.length - 1];
        return "each "
                + Stream.of(all).limit(all.length - 1L).collect(Collectors.joining(", "))
                + (all.length > 1 ? " and " : "")
                + last;
    }

    /** Why those do, behind them. */
    String reason() {
        return ": the tag names " + own().map(MobilityWording::release).orElseGet(this::named);
    }

    /** The release that the tag names as the version of the system itself. */
    private Optional<String> own() {
        return os.filter(any -> TagMobility.release(image.tag()).isEmpty()).flatMap(release -> release.namedBy(image));
    }

    private String named() {
        Optional<String> release = TagMobility.release(image.tag()).map(MobilityWording::release);
        return switch (TagMobility.of(image.tag())) {
            case PATCH_ON_RELEASE, PATCH -> version("patch", release);
            case MINOR -> version("minor", release);
            case MAJOR -> version("major", release);
            case LATEST -> "no version";
            case UNVERSIONED -> release.orElse("no version");
        };
    }

    private static String release(String word) {
        return "the release " + code(word);
    }

    private static String version(String which, Optional<String> release) {
        return "a " + which + " version" + release.map(word -> " and " + word).orElse("");
    }
}
