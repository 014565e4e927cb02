package dev.tagdrift.report;

import static dev.tagdrift.report.Phrases.code;

import dev.tagdrift.image.TagMobility;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words for what moves a tag, by what its name leaves open. */
final class MobilityWording {
    private static final String SYSTEM = "release of the system";
    private static final String ALL = "everything";

    private MobilityWording() {}

    /** {@code each patch and rebuild}. */
    static String movers(String tag) {
        boolean released = TagMobility.release(tag).isPresent();
        return switch (TagMobility.of(tag)) {
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
    static String reason(String tag) {
        return ": the tag names " + named(tag);
    }

    private static String named(String tag) {
        Optional<String> release = TagMobility.release(tag).map(word -> "the release " + code(word));
        return switch (TagMobility.of(tag)) {
            case PATCH_ON_RELEASE, PATCH -> version("patch", release);
            case MINOR -> version("minor", release);
            case MAJOR -> version("major", release);
            case LATEST -> "no version";
            case UNVERSIONED -> release.orElse("no version");
        };
    }

    private static String version(String which, Optional<String> release) {
        return "a " + which + " version" + release.map(word -> " and " + word).orElse("");
    }
}
