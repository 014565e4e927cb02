package dev.tagdrift.explain;

import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.image.OsRelease;
import dev.tagdrift.image.Platform;
import java.util.Optional;

/**
 * What changed between two images, told for one platform.
 *
 * @param platform that is compared
 * @param locked the image before
 * @param current the image now
 * @param content what changed in it
 * @param platforms of the two indexes
 * @param betterTag the least mobile tag that names the current image as well, if one was looked for and found
 */
public record Explanation(
        Platform platform,
        Side locked,
        Side current,
        Content content,
        PlatformChanges platforms,
        Optional<Tagged> betterTag) {
    /** What weighs most of all that changed. */
    public Cause cause() {
        if (locked.digest().equals(current.digest())) {
            return Cause.UNCHANGED;
        }
        if (content instanceof Content.Compared compared && compared.same()) {
            return Cause.OTHER_PLATFORMS;
        }
        if (locked.differsInRelease(current)) {
            return Cause.OS_RELEASE;
        }
        if (locked.differsInMajor(current)) {
            return Cause.MAJOR_VERSION;
        }
        return content.packageChanges().map(this::cause).orElse(Cause.UNKNOWN);
    }

    private Cause cause(PackageChanges changes) {
        if (!changes.libraries().isEmpty()) {
            return Cause.LIBRARIES;
        }
        boolean same = changes.isEmpty() && locked.software().equals(current.software());
        if (!same) {
            return Cause.PACKAGES;
        }
        return isOpaque() ? Cause.UNKNOWN : Cause.REBUILD;
    }

    /** Whether the images share no layer, and record nothing by which their files could be compared. */
    public boolean isOpaque() {
        return content instanceof Content.Compared compared
                && compared.layers().shared() == 0
                && compared.packages().isBare()
                && locked.software().isEmpty()
                && !(hasSystem(locked) && hasSystem(current));
    }

    private static boolean hasSystem(Side side) {
        return side.os().filter(os -> !os.equals(OsRelease.NONE)).isPresent();
    }
}
