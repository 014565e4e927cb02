package dev.tagdrift.image;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How far a tag can move by what its name promises, the least mobile first. Even the first is moved by rebuilds. */
public enum TagMobility {
    /** A patch version and a release of an operating system: {@code 3.12.4-slim-bookworm}. */
    PATCH_ON_RELEASE,
    /** A patch version: {@code 3.12.4-slim}; the system below it may change. */
    PATCH,
    /** A minor version: {@code 3.12-slim}. */
    MINOR,
    /** A major version: {@code 3-slim}. */
    MAJOR,
    /** {@code latest}, which promises nothing. */
    LATEST,
    /** No version at all: {@code slim}, {@code edge}, {@code bookworm}. */
    UNVERSIONED;

    private static final Pattern VERSION = Pattern.compile("v?[0-9]+(\\.[0-9]+)*([a-z]+[0-9]*)?");
    private static final Pattern DATE = Pattern.compile("20[0-9]{6}(\\..*)?");

    /** Names that releases of operating systems have in tags, with numbers behind some of them. */
    private static final Pattern RELEASE =
            Pattern.compile("buster|bullseye|bookworm|trixie|forky|duke|sid|bionic|focal|jammy|noble|resolute"
                    + "|(alpine|debian|ubuntu|ubi|el|fedora|fc|ol|al|rhel|rocky|bci|photon|azurelinux)[0-9][0-9.]*"
                    + "|ltsc20[0-9]{2}");

    /** What a tag promises. */
    public static TagMobility of(String tag) {
        if (tag.equals("latest")) {
            return LATEST;
        }
        List<String> words = Arrays.asList(tag.split("[-_]", -1));
        String first = words.getFirst();
        if (DATE.matcher(first).matches()) {
            return PATCH;
        }
        if (!VERSION.matcher(first).matches()) {
            return words.stream().anyMatch(word -> DATE.matcher(word).matches()) ? PATCH : UNVERSIONED;
        }
        long numbers = first.chars().filter(letter -> letter == '.').count() + 1;
        if (numbers == 1) {
            return MAJOR;
        }
        if (numbers == 2) {
            return MINOR;
        }
        return words.stream().anyMatch(TagMobility::namesRelease) ? PATCH_ON_RELEASE : PATCH;
    }

    /** Whether a part of a tag, between dashes, names a release of an operating system. */
    public static boolean namesRelease(String word) {
        return RELEASE.matcher(word).matches();
    }

    /** The part of a tag that names a release of an operating system, if one does. */
    public static Optional<String> release(String tag) {
        return Arrays.stream(tag.split("[-_]", -1))
                .filter(TagMobility::namesRelease)
                .findFirst();
    }

    /** {@code patch-on-release}, {@code minor}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
