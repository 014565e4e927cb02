package dev.tagdrift.explain;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a package in a bill of materials, such as {@code pkg:deb/debian/libssl3@3.0.9-1?arch=amd64}.
 *
 * @param type of the package, in small letters
 * @param name of the package, without the distribution
 * @param version of the package, without the epoch where that stands apart
 * @param qualifiers what else is told
 * @see <a href="https://github.com/package-url/purl-spec">Package URL specification</a>
 */
record PackageUrl(String type, String name, String version, Map<String, String> qualifiers) {
    private static final int LONGEST = 4000;
    private static final Pattern PURL = Pattern.compile(
            "pkg:/*(?<type>[^/?#@]+)/([^?#]*/)?(?<name>[^/?#@]+)(@(?<version>[^?#]*))?(\\?(?<qualifiers>[^#]*))?(#.*)?");

    static PackageUrl parse(String text) throws UnreadablePackagesException {
        Matcher matcher = PURL.matcher(text);
        if (text.length() > LONGEST || !matcher.matches()) {
            throw UnreadablePackagesException.malformed();
        }
        return new PackageUrl(
                matcher.group("type").toLowerCase(Locale.ROOT),
                decoded(matcher.group("name")),
                decoded(Optional.ofNullable(matcher.group("version")).orElse("")),
                qualifiers(Optional.ofNullable(matcher.group("qualifiers")).orElse("")));
    }

    private static Map<String, String> qualifiers(String text) throws UnreadablePackagesException {
        Map<String, String> qualifiers = new HashMap<>();
        for (String each : text.split("&", -1)) {
            int equals = each.indexOf('=');
            if (equals > 0) {
                qualifiers.put(each.substring(0, equals).toLowerCase(Locale.ROOT), decoded(each.substring(equals + 1)));
            }
        }
        return qualifiers;
    }

    /** Percent signs only: a plus, which versions have, is itself. */
    private static String decoded(String text) throws UnreadablePackagesException {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw UnreadablePackagesException.malformed();
        }
    }

    /** The package, if it is one of a distribution. */
    Optional<InstalledPackage> toPackage() throws UnreadablePackagesException {
        Optional<PackageFormat> format = format();
        if (format.isEmpty()) {
            return Optional.empty();
        }
        String epoch = qualifiers.getOrDefault("epoch", "0");
        return Optional.of(PackageFields.checked(
                format.get(),
                name,
                epoch.equals("0") || version.contains(":") ? version : epoch + ":" + version,
                qualifiers.getOrDefault("arch", ""),
                source(),
                List.of()));
    }

    private Optional<PackageFormat> format() {
        return switch (type) {
            case "deb" -> Optional.of(PackageFormat.DEB);
            case "apk", "alpine" -> Optional.of(PackageFormat.APK);
            case "rpm" -> Optional.of(PackageFormat.RPM);
            default -> Optional.empty();
        };
    }

    /** Written by Syft: the name, maybe with a version, or the file name of a source package of rpm. */
    private String source() {
        String upstream = qualifiers.getOrDefault("upstream", "");
        return upstream.endsWith(".src.rpm") ? RpmHeader.sourceName(upstream) : upstream.split("@", 2)[0];
    }
}
