package dev.tagdrift.explain;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads dpkg's record of packages: a paragraph for each, a field on each line.
 *
 * @see <a href="https://manpages.debian.org/deb822.5">deb822(5)</a>
 */
final class DpkgStatus {
    /** States in which the files of a package are not there, or not all. */
    private static final Set<String> NOT_INSTALLED = Set.of("not-installed", "config-files", "half-installed");

    private static final String INSTALLED = "installed";

    private DpkgStatus() {}

    static List<InstalledPackage> read(byte[] file) throws UnreadablePackagesException {
        List<InstalledPackage> packages = new ArrayList<>();
        Map<String, String> fields = new HashMap<>();
        for (String line : (Iterable<String>) new String(file, StandardCharsets.UTF_8).lines()::iterator) {
            if (line.isBlank()) {
                add(fields, packages);
                fields.clear();
            } else if (line.charAt(0) != ' ' && line.charAt(0) != '\t') {
                addField(line, fields);
            }
        }
        add(fields, packages);
        return packages;
    }

    private static void addField(String line, Map<String, String> fields) throws UnreadablePackagesException {
        int colon = line.indexOf(':');
        if (colon < 1
                || fields.put(
                                line.substring(0, colon),
                                line.substring(colon + 1).strip())
                        != null) {
            throw UnreadablePackagesException.malformed();
        }
    }

    /** Images without a shell have one file for each package, which says nothing of a state. */
    private static void add(Map<String, String> fields, List<InstalledPackage> packages)
            throws UnreadablePackagesException {
        if (!fields.isEmpty() && !NOT_INSTALLED.contains(state(fields.getOrDefault("Status", INSTALLED)))) {
            packages.add(PackageFields.checked(
                    PackageFormat.DEB,
                    fields.getOrDefault("Package", ""),
                    fields.getOrDefault("Version", ""),
                    fields.getOrDefault("Architecture", ""),
                    firstWord(fields.getOrDefault("Source", "")),
                    List.of()));
        }
    }

    private static String state(String status) {
        return status.substring(status.lastIndexOf(' ') + 1);
    }

    /** The version of the source, in brackets behind its name, is told only where it is another than the package's. */
    private static String firstWord(String text) {
        int space = text.indexOf(' ');
        return space < 0 ? text : text.substring(0, space);
    }
}
