package dev.tagdrift.explain;

import java.util.Comparator;

/**
 * A version written as {@code [epoch:]version[-revision]}, as dpkg and rpm do.
 *
 * @param epoch digits; by a higher one a packager starts the count again
 * @param version of the software
 * @param revision of the package, empty where there is none
 */
record EpochVersion(String epoch, String version, String revision) {
    static EpochVersion parse(String text) {
        int colon = text.indexOf(':');
        boolean counted = colon > 0 && text.chars().limit(colon).allMatch(VersionText::isDigit);
        String epoch = counted ? text.substring(0, colon) : "0";
        String rest = counted ? text.substring(colon + 1) : text;
        int dash = rest.lastIndexOf('-');
        return dash < 0
                ? new EpochVersion(epoch, rest, "")
                : new EpochVersion(epoch, rest.substring(0, dash), rest.substring(dash + 1));
    }

    /** From older to newer, version and revision each by the same scheme. */
    static Comparator<String> order(VersionScheme scheme) {
        Comparator<String> order = VersionScheme.order(scheme);
        Comparator<EpochVersion> parsed = Comparator.comparing(
                        (EpochVersion version) -> VersionPart.number(0, version.epoch()))
                .thenComparing(EpochVersion::version, order)
                .thenComparing(EpochVersion::revision, order);
        return (one, other) -> parsed.compare(parse(one), parse(other));
    }
}
