package dev.tagdrift.explain;

/**
 * A package that is there in another version.
 *
 * @param from what it was
 * @param to what it is now
 */
public record VersionChange(InstalledPackage from, InstalledPackage to) {
    boolean isDowngrade() {
        return from.format().versions().compare(from.version(), to.version()) > 0;
    }
}
