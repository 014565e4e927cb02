package dev.tagdrift.image;

import dev.tagdrift.image.ImageReference.Tagged;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The release of an operating system, as {@code debian 12 (bookworm)}.
 *
 * @param id of the system in lower case, as {@code os-release} has it: {@code debian}, {@code rhel}, {@code amzn}
 * @param version without what changes within a release; empty for a system that has no releases
 * @param codename empty if there is none
 * @see <a href="https://www.freedesktop.org/software/systemd/man/latest/os-release.html">os-release(5)</a>
 */
public record OsRelease(String id, String version, String codename) {
    private static final Pattern FORM =
            Pattern.compile("(?<id>[a-z0-9._+-]+)(?: (?<version>[^ ()]+))?(?: \\((?<codename>[^()]+)\\))?");
    private static final Pattern STRANGE = Pattern.compile("[^a-z0-9._+-]");
    private static final Pattern UNPRINTABLE = Pattern.compile("[^\\x21-\\x7e]|[()]");
    private static final int LONGEST = 40;

    /** What the images of systems are called whose files call them something else. */
    private static final Map<String, String> OWN_NAMES = Map.of(
            "amzn", "amazonlinux",
            "ol", "oraclelinux",
            "rhel", "ubi[0-9]*(-(init|micro|minimal))?",
            "rocky", "rockylinux");

    /** There is no system that says its name: the image holds a program and little else. */
    public static final OsRelease NONE = new OsRelease("none", "", "");

    /** Keeps of the words, which strangers wrote, only what can be printed and read back. */
    public OsRelease {
        id = cut(STRANGE.matcher(id.toLowerCase(Locale.ROOT)).replaceAll(""));
        version = cut(UNPRINTABLE.matcher(version).replaceAll(""));
        codename = cut(UNPRINTABLE.matcher(codename.strip()).replaceAll(" ")).strip();
        if (id.isEmpty()) {
            throw new IllegalArgumentException("an operating system without a name");
        }
    }

    /** Reads the form that {@link #toString} writes; empty if the text has another. */
    public static Optional<OsRelease> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new OsRelease(form.group("id"), part(form, "version"), part(form, "codename")))
                : Optional.empty();
    }

    private static String part(Matcher form, String name) {
        return Optional.ofNullable(form.group(name)).orElse("");
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    /** Whether both are one release: a version tells, and only where one has none, the codename. */
    public boolean isSame(OsRelease other) {
        boolean versioned = !version.isEmpty() && !other.version.isEmpty();
        return id.equals(other.id) && (versioned ? version.equals(other.version) : codename.equals(other.codename));
    }

    /** The version in the tag of the system's own image, if it is of this release: {@code 12} in {@code debian:12-slim}. */
    public Optional<String> namedBy(Tagged image) {
        String name = image.repository().path().replaceFirst(".*/", "");
        String word = image.tag().split("[-_]", -1)[0];
        boolean own = name.equals(id) || name.matches(OWN_NAMES.getOrDefault(id, ""));
        boolean within = !version.isEmpty() && (word + ".").startsWith(version + ".");
        return Optional.of(word).filter(any -> own && within);
    }

    /** {@code id [version] [(codename)]}. */
    @Override
    public String toString() {
        return id + (version.isEmpty() ? "" : " " + version) + (codename.isEmpty() ? "" : " (" + codename + ")");
    }
}
