package dev.tagdrift.explain;

import java.util.List;

/**
 * What the distribution's package manager installed in an image.
 *
 * @param packages sorted, each once
 */
public record PackageList(List<InstalledPackage> packages) {
    /** Sorts the packages and drops repetitions. */
    public PackageList {
        packages = packages.stream().distinct().sorted().toList();
    }
}
