package dev.tagdrift.explain;

import java.util.List;

/** Makes a package of words that a stranger wrote. */
final class PackageFields {
    /** More than any honest word has. */
    static final int LONGEST = 500;

    private PackageFields() {}

    /**
     * The package, if its words can be ones: they end up in a terminal.
     *
     * @throws UnreadablePackagesException if name or version is missing, or a word is none
     */
    static InstalledPackage checked(
            PackageFormat format, String name, String version, String architecture, String source, List<String> sonames)
            throws UnreadablePackagesException {
        boolean fine = isWord(name)
                && isWord(version)
                && (architecture.isEmpty() || isWord(architecture))
                && (source.isEmpty() || isWord(source))
                && sonames.stream().allMatch(PackageFields::isWord);
        if (!fine) {
            throw UnreadablePackagesException.malformed();
        }
        return new InstalledPackage(format, name, version, architecture, source.isEmpty() ? name : source, sonames);
    }

    private static boolean isWord(String text) {
        return !text.isEmpty() && text.length() <= LONGEST && text.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }
}
