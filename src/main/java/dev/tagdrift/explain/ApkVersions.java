package dev.tagdrift.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes Alpine's versions apart, such as {@code 1.2.3a_rc1~hash-r0}.
 *
 * @see <a href="https://gitlab.alpinelinux.org/alpine/apk-tools/-/blob/master/doc/apk-package.5.scd">apk-package(5)</a>
 */
final class ApkVersions {
    /** From older to newer. */
    static final Comparator<String> ORDER = VersionScheme.order(ApkVersions::parts);

    // Where two versions go on differently, the order is this one.
    private static final int BEFORE_RELEASE = 0;
    private static final int END = 1;
    private static final int REVISION = 2;
    private static final int HASH = 3;
    private static final int SUFFIX_NUMBER = 4;
    private static final int AFTER_RELEASE = 5;
    private static final int LETTER = 6;
    private static final int NUMBER_WITH_ZERO = 7;
    private static final int NUMBER = 8;
    private static final int UNKNOWN = 9;

    private static final List<String> BEFORE = List.of("alpha", "beta", "pre", "rc");
    private static final List<String> AFTER = List.of("cvs", "svn", "git", "hg", "p");
    private static final Pattern VERSION = Pattern.compile("(?<first>[0-9]+)(?<more>[.0-9]*)(?<letter>[a-z]?)"
            + "(?<suffixes>(_[_a-z0-9]*)?)(~(?<hash>[0-9a-f]+))?(-r(?<revision>[0-9]+))?");
    private static final Pattern SUFFIX = Pattern.compile("_(?<name>[a-z]*)(?<number>[0-9]*)");

    private ApkVersions() {}

    private static List<VersionPart> parts(String version) {
        List<VersionPart> parts = new ArrayList<>();
        Matcher matcher = VERSION.matcher(version);
        int known = 0;
        if (matcher.lookingAt()) {
            known = matcher.end();
            addNumbers(matcher, parts);
            addSuffixes(matcher.group("suffixes"), parts);
            addTail(matcher, parts);
        }
        if (known < version.length()) {
            parts.add(VersionPart.of(UNKNOWN, version.substring(known)));
        }
        parts.add(VersionPart.mark(END));
        return parts;
    }

    /** A zero before other digits makes a fraction of a number, so {@code 1.05} comes before {@code 1.1}; never in the first. */
    private static void addNumbers(Matcher version, List<VersionPart> parts) {
        parts.add(VersionPart.number(NUMBER, version.group("first")));
        for (String number : version.group("more").split("\\.", -1)) {
            if (number.startsWith("0")) {
                parts.add(VersionPart.of(NUMBER_WITH_ZERO, number));
            } else if (!number.isEmpty()) {
                parts.add(VersionPart.number(NUMBER, number));
            }
        }
        if (!version.group("letter").isEmpty()) {
            parts.add(VersionPart.of(LETTER, version.group("letter")));
        }
    }

    private static void addSuffixes(String suffixes, List<VersionPart> parts) {
        Matcher suffix = SUFFIX.matcher(suffixes);
        while (suffix.find()) {
            parts.add(suffix(suffix.group("name")));
            if (!suffix.group("number").isEmpty()) {
                parts.add(VersionPart.number(SUFFIX_NUMBER, suffix.group("number")));
            }
        }
    }

    private static VersionPart suffix(String name) {
        if (BEFORE.contains(name)) {
            return VersionPart.number(BEFORE_RELEASE, Integer.toString(BEFORE.indexOf(name)));
        }
        return AFTER.contains(name)
                ? VersionPart.number(AFTER_RELEASE, Integer.toString(AFTER.indexOf(name)))
                : VersionPart.of(UNKNOWN, name);
    }

    private static void addTail(Matcher version, List<VersionPart> parts) {
        if (version.group("hash") != null) {
            parts.add(VersionPart.of(HASH, version.group("hash")));
        }
        if (version.group("revision") != null) {
            parts.add(VersionPart.number(REVISION, version.group("revision")));
        }
    }
}
