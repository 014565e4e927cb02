package dev.tagdrift.explain;

import dev.tagdrift.explain.PackageReading.Source;
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
     * The same of two lists of one maker, if they can be had: who published a list may count other packages than the
     * package manager does, and the difference would look like a change.
     */
    PackageComparison alike(Supplier<PackageReading> recordedBefore, Supplier<PackageReading> recordedNow) {
        if (!isMixed()) {
            return this;
        }
        PackageComparison recorded = new PackageComparison(
                isPublished(locked) ? recordedBefore.get() : locked,
                isPublished(current) ? recordedNow.get() : current);
        return isKnown(recorded.locked) && isKnown(recorded.current) ? recorded : this;
    }

    /** Whether lists are compared that two makers wrote, a package manager or others, for want of anything better. */
    public boolean isMixed() {
        return isKnown(locked) && isKnown(current) && !source(locked).equals(source(current));
    }

    /** What says so that nothing is installed is the package manager. */
    private static Source source(PackageReading reading) {
        return reading instanceof PackageReading.Found found ? found.source() : new Source.Recorded();
    }

    private static boolean isPublished(PackageReading reading) {
        return source(reading) instanceof Source.Published;
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
