package dev.tagdrift.explain;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads apk's record of packages: a paragraph for each, a letter and its value on each line.
 *
 * @see <a href="https://wiki.alpinelinux.org/wiki/Apk_spec">Alpine's package format</a>
 */
final class ApkInstalled {
    private static final String SHARED_OBJECT = "so:";

    private ApkInstalled() {}

    static List<InstalledPackage> read(byte[] file) throws UnreadablePackagesException {
        List<InstalledPackage> packages = new ArrayList<>();
        Map<Character, String> fields = new HashMap<>();
        for (String line : (Iterable<String>) new String(file, StandardCharsets.UTF_8).lines()::iterator) {
            if (line.isBlank()) {
                add(fields, packages);
                fields.clear();
            } else if (line.length() > 1 && line.charAt(1) == ':') {
                fields.putIfAbsent(line.charAt(0), line.substring(2));
            } else {
                throw UnreadablePackagesException.malformed();
            }
        }
        add(fields, packages);
        return packages;
    }

    private static void add(Map<Character, String> fields, List<InstalledPackage> packages)
            throws UnreadablePackagesException {
        // The last paragraph may hold nothing but files that belong to no package.
        if (fields.containsKey('P') || fields.containsKey('V')) {
            packages.add(PackageFields.checked(
                    PackageFormat.APK,
                    fields.getOrDefault('P', ""),
                    fields.getOrDefault('V', ""),
                    fields.getOrDefault('A', ""),
                    fields.getOrDefault('o', ""),
                    sonames(fields.getOrDefault('p', ""))));
        }
    }

    private static List<String> sonames(String provided) {
        return Arrays.stream(provided.split(" ", -1))
                .filter(word -> word.startsWith(SHARED_OBJECT))
                .map(word -> word.substring(SHARED_OBJECT.length()).split("=", 2)[0])
                .toList();
    }
}
