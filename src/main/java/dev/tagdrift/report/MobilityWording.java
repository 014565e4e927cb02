package dev.tagdrift.report;

import static dev.tagdrift.report.Phrases.code;

import dev.tagdrift.image.TagMobility;
import java.util.Optional;

/** The words for what a tag promises, and so for what may move it. */
final class MobilityWording {
    private MobilityWording() {}

    static String holds(String tag) {
        Optional<String> release = TagMobility.release(tag).map(word -> "the release " + code(word));
        return switch (TagMobility.of(tag)) {
            case PATCH_ON_RELEASE, PATCH -> version("patch", release);
            case MINOR -> version("minor", release);
            case MAJOR -> version("major", release);
            case LATEST -> "nothing: every release moves it";
            case UNVERSIONED -> release.map(word -> word + ", no version").orElse("no version");
        };
    }

    private static String version(String which, Optional<String> release) {
        return "a " + which + " version" + release.map(word -> " and " + word).orElse(", no release of the system");
    }
}
