package dev.tagdrift.explain;

import dev.tagdrift.image.OsRelease;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A release of Debian. One that is not listed is told without its codename.
 *
 * @param version the major one
 * @param codename of it
 * @param released when it was; until then its images tell no version
 * @see <a href="https://wiki.debian.org/DebianReleases">Debian releases</a>
 */
record DebianRelease(String version, String codename, Instant released) {
    private static final List<DebianRelease> ALL = List.of(
            of("6", "squeeze", "2011-02-06"),
            of("7", "wheezy", "2013-05-04"),
            of("8", "jessie", "2015-04-26"),
            of("9", "stretch", "2017-06-17"),
            of("10", "buster", "2019-07-06"),
            of("11", "bullseye", "2021-08-14"),
            of("12", "bookworm", "2023-06-10"),
            of("13", "trixie", "2025-08-09"));

    private static DebianRelease of(String version, String codename, String released) {
        return new DebianRelease(version, codename, Instant.parse(released + "T00:00:00Z"));
    }

    /** The codename of a major version; empty if it is not known. */
    static String codename(String version) {
        return ALL.stream()
                .filter(release -> release.version.equals(version))
                .map(DebianRelease::codename)
                .findFirst()
                .orElse("");
    }

    /** What an image of this suite is that was built then; empty if the suite was no release yet, or is not known. */
    static Optional<OsRelease> ofSuite(String suite, Instant built) {
        return ALL.stream()
                .filter(release -> release.codename.equals(suite) && !built.isBefore(release.released))
                .map(DebianRelease::release)
                .findFirst();
    }

    private OsRelease release() {
        return new OsRelease("debian", version, codename);
    }
}
