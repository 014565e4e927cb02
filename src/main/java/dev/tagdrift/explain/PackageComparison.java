package dev.tagdrift.explain;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is known of the packages of two images.
 *
 * @param locked those of the image before
 * @param current those of the image now
 */
public record PackageComparison(PackageReading locked, PackageReading current) {
    /** Of one and the same image there is nothing to compare. */
    static final PackageComparison NOT_READ =
            new PackageComparison(new PackageReading.NoneRecorded(), new PackageReading.NoneRecorded());

    /**
     * The same of two lists of one kind, if they can be had: who published a list may count other packages than the
     * package manager does, and the difference would look like a change.
     */
    PackageComparison alike(Supplier<PackageReading> recordedBefore, Supplier<PackageReading> recordedNow) {
        if (!isMixed()) {
            return this;
        }
        PackageReading recorded = (isPublished(locked) ? recordedBefore : recordedNow).get();
        if (!isKnown(recorded)) {
            return this;
        }
        return isPublished(locked) ? new PackageComparison(recorded, current) : new PackageComparison(locked, recorded);
    }

    /** Whether a list that was published is compared with what a package manager recorded, for want of anything better. */
    public boolean isMixed() {
        return isKnown(locked) && isKnown(current) && isPublished(locked) != isPublished(current);
    }

    private static boolean isPublished(PackageReading reading) {
        return reading instanceof PackageReading.Found found && found.source() == PackageReading.Source.PUBLISHED;
    }

    private static boolean isKnown(PackageReading reading) {
        return list(reading).isPresent();
    }

    /** Whether neither image records any package. */
    public boolean isBare() {
        return locked instanceof PackageReading.NoneRecorded && current instanceof PackageReading.NoneRecorded;
    }

    /** What changed, if both can be read. An image without packages has none to begin with. */
    public Optional<PackageChanges> changes() {
        return list(locked).flatMap(before -> list(current).map(after -> PackageChanges.between(before, after)));
    }

    private static Optional<PackageList> list(PackageReading reading) {
        return switch (reading) {
            case PackageReading.Found found -> Optional.of(found.packages());
            case PackageReading.NoneRecorded none -> Optional.of(new PackageList(List.of()));
            case PackageReading.NotReadable unreadable -> Optional.empty();
            case PackageReading.NotFetched unreadable -> Optional.empty();
        };
    }
}
