package dev.tagdrift.explain;

import java.util.Comparator;
import java.util.List;

/**
 * One package of the distribution that is installed in an image.
 *
 * @param format that it has
 * @param name without version
 * @param version as the distribution writes it, with epoch and revision
 * @param architecture that it is built for, empty if it is not told
 * @param source the name of the source package that it is built from, its own name if none other is told
 * @param sonames of the shared libraries that it brings, sorted, as far as they are told
 */
public record InstalledPackage(
        PackageFormat format, String name, String version, String architecture, String source, List<String> sonames)
        implements Comparable<InstalledPackage> {
    private static final Comparator<InstalledPackage> ORDER = Comparator.comparing(InstalledPackage::name)
            .thenComparing(InstalledPackage::format)
            .thenComparing(InstalledPackage::architecture)
            .thenComparing((one, other) -> one.format.versions().compare(one.version, other.version))
            .thenComparing(InstalledPackage::version)
            .thenComparing(InstalledPackage::source)
            .thenComparing(one -> String.join(" ", one.sonames));

    /** Sorts the sonames. */
    public InstalledPackage {
        sonames = sonames.stream().distinct().sorted().toList();
    }

    /** By name; several of one name by architecture, then from older to newer. */
    @Override
    public int compareTo(InstalledPackage other) {
        return ORDER.compare(this, other);
    }
}
