package dev.tagdrift.explain;

import java.util.List;
import java.util.Optional;

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
