package dev.tagdrift.explain;

import java.util.List;

/**
 * What became of the packages of an image, each list sorted by name.
 *
 * @param libraries that are gone, told first: they are what breaks a build
 * @param removed packages of which nothing is left under their name
 * @param added packages that were not there in any version
 * @param upgraded packages in a newer version, or in another build of the same
 * @param downgraded packages in an older version
 */
public record PackageChanges(
        List<LibraryChange> libraries,
        List<InstalledPackage> removed,
        List<InstalledPackage> added,
        List<VersionChange> upgraded,
        List<VersionChange> downgraded) {
    /** What became of the ones that were there before. */
    public static PackageChanges between(PackageList before, PackageList after) {
        PackagePairing pairing = new PackagePairing(before, after);
        return new PackageChanges(
                LibraryChanges.between(before, after),
                pairing.removed(),
                pairing.added(),
                pairing.changed().stream()
                        .filter(change -> !change.isDowngrade())
                        .toList(),
                pairing.changed().stream().filter(VersionChange::isDowngrade).toList());
    }

    /** Whether both images have the same packages. */
    public boolean isEmpty() {
        return removed.isEmpty() && added.isEmpty() && upgraded.isEmpty() && downgraded.isEmpty();
    }
}
