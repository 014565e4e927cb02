package dev.tagdrift.source;

import dev.tagdrift.image.ImageReference.Pinned;
import dev.tagdrift.image.ImageReference.Tagged;
import java.util.List;
import java.util.function.Predicate;

/**
 * All images that the scanned files name.
 *
 * @param files by path, those without any image included
 * @param whole whether the whole root was scanned, so that what is not here is nowhere
 * @param nestedRoots folders left out because they have settings or a lockfile of their own, relative to the root
 * @param passedOver files that are named like a Dockerfile and hold something else, likewise
 */
public record Inventory(List<ScannedFile> files, boolean whole, List<String> nestedRoots, List<String> passedOver) {
    /** Nothing was passed over. */
    public Inventory(List<ScannedFile> files, boolean whole, List<String> nestedRoots) {
        this(files, whole, nestedRoots, List.of());
    }

    /** Every use, by path and line. */
    public List<ImageUse> uses() {
        return files.stream().flatMap(file -> file.uses().stream()).toList();
    }

    /** Every problem, by path and line. */
    public List<ScanProblem> problems() {
        return files.stream().flatMap(file -> file.problems().stream()).toList();
    }

    /** The same as if no file held these tags to a digest. */
    public Inventory withoutPins(Predicate<Tagged> names) {
        List<ScannedFile> others = files.stream()
                .map(file -> new ScannedFile(
                        file.path(),
                        file.uses().stream().map(use -> withoutPin(use, names)).toList(),
                        file.problems(),
                        file.copies()))
                .toList();
        return new Inventory(others, whole, nestedRoots, passedOver);
    }

    private static ImageUse withoutPin(ImageUse use, Predicate<Tagged> names) {
        return use.reference() instanceof Pinned pinned && names.test(pinned.name())
                ? new ImageUse(
                        use.location(),
                        use.written(),
                        pinned.name(),
                        use.instruction(),
                        use.stage(),
                        use.platforms(),
                        use.required())
                : use;
    }

    /** Every COPY between stages on different images, by path and line. */
    public List<StageCopy> copies() {
        return files.stream().flatMap(file -> file.copies().stream()).toList();
    }

    /** Whether an image that is not here is surely not used: all was scanned, and all could be read. */
    public boolean isComplete() {
        return whole && files.stream().allMatch(file -> file.problems().isEmpty());
    }
}
