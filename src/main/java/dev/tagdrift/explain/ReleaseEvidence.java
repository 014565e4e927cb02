package dev.tagdrift.explain;

import dev.tagdrift.image.OsRelease;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Knows the release of an operating system by its files. {@code etc/os-release} mostly is a link to {@code
 * usr/lib/os-release}, which comes late in a layer that is sorted by name: after {@code usr/bin}, some ten megabytes. For
 * Debian and Ubuntu other files in {@code etc} tell as much. Their derivatives have some of these files too, so it counts
 * only where dpkg's own link says whose system it is.
 *
 * @see <a href="https://manpages.debian.org/stable/dpkg-dev/deb-origin.5.en.html">deb-origin(5)</a>
 */
final class ReleaseEvidence {
    private static final String NAME = "etc/os-release";
    private static final String PLACE = "usr/lib/os-release";
    private static final String VENDOR = "etc/dpkg/origins/default";
    private static final String DEBIAN = "etc/debian_version";
    private static final String UBUNTU = "etc/lsb-release";
    private static final Pattern NUMBERS = Pattern.compile("(?<major>\\d+)(?:\\.\\d+)*+\\s*");

    /** Far more than any of the files has. */
    private static final int LARGEST = 64 << 10;

    static final Wanted WANTED = Wanted.of(NAME, PLACE, VENDOR, DEBIAN, UBUNTU);

    /** What is looked for in all layers where the name leads to no other place that is known. */
    static final Wanted NAMED = Wanted.of(NAME);

    /** The lowest layers: read until the release is known. */
    static final LayerQuestion FIRST = new LayerQuestion("release", WANTED, ReleaseEvidence::isEnough);

    /** Layers above, which may have only some of the files: read to the end. */
    static final LayerQuestion ABOVE = LayerQuestion.all(WANTED);

    private ReleaseEvidence() {}

    private static boolean isEnough(Map<String, LayerEntry> entries) {
        SortedMap<String, LayerEntry> soFar = new TreeMap<>(entries);
        return certain(RootFiles.of(List.of(new LayerFiles(soFar, new TreeSet<>()))))
                .isPresent();
    }

    /** What all files together tell, if anything. */
    static Optional<OsRelease> of(RootFiles root) {
        return certain(root)
                .or(() ->
                        isElsewhere(root) ? Optional.empty() : file(root, PLACE).flatMap(ReleaseEvidence::read));
    }

    /** What the file tells that stands under the name, wherever it lies. */
    static Optional<OsRelease> of(Map<String, byte[]> files) {
        return Optional.ofNullable(files.get(NAME))
                .filter(bytes -> bytes.length <= LARGEST)
                .flatMap(ReleaseEvidence::read);
    }

    /** Whether a file that should tell does not, or lies where nobody looked. */
    static boolean isUnclear(RootFiles root) {
        boolean there = root.file(NAME).isPresent() || root.file(PLACE).isPresent();
        return (there || isElsewhere(root)) && of(root).isEmpty();
    }

    /** Whether the name is a link, if only to a file that lower layers have, or none has. */
    static boolean leads(RootFiles root) {
        return !root.follow(NAME).equals(Optional.of(NAME));
    }

    /** Whether the name leads to a place where nobody looked. */
    static boolean isElsewhere(RootFiles root) {
        return root.follow(NAME).filter(Set.of(NAME, PLACE)::contains).isEmpty();
    }

    /** What no further file of the same layers would change. */
    private static Optional<OsRelease> certain(RootFiles root) {
        Optional<byte[]> file = file(root, NAME);
        return file.isPresent() ? file.flatMap(ReleaseEvidence::read) : byVendor(root);
    }

    private static Optional<byte[]> file(RootFiles root, String path) {
        return root.file(path).filter(bytes -> bytes.length <= LARGEST);
    }

    private static Optional<OsRelease> read(byte[] file) {
        return OsReleaseFile.parse(file).release();
    }

    private static Optional<OsRelease> byVendor(RootFiles root) {
        boolean elsewhere = root.follow(NAME).filter(PLACE::equals).isPresent();
        return root.link(VENDOR).filter(vendor -> elsewhere).flatMap(vendor -> switch (vendor) {
            case "debian" -> file(root, DEBIAN).flatMap(ReleaseEvidence::debian);
            case "ubuntu" -> file(root, UBUNTU).map(OsReleaseFile::parse).flatMap(OsReleaseFile::ubuntu);
            default -> Optional.empty();
        });
    }

    /** A point release such as 12.5, or the words of one that is not released yet, which tell nothing. */
    private static Optional<OsRelease> debian(byte[] file) {
        Matcher numbers = NUMBERS.matcher(new String(file, StandardCharsets.UTF_8));
        return numbers.matches()
                ? Optional.of(
                        new OsRelease("debian", numbers.group("major"), DebianRelease.codename(numbers.group("major"))))
                : Optional.empty();
    }
}
