package dev.tagdrift.source;

import java.util.List;

/**
 * All images that the scanned files name.
 *
 * @param files by path, those without any image included
 * @param whole whether the whole root was scanned, so that what is not here is nowhere
 * @param nestedRoots folders left out because they have settings or a lockfile of their own, relative to the root
 */
public record Inventory(List<ScannedFile> files, boolean whole, List<String> nestedRoots) {
    /** Every use, by path and line. */
    public List<ImageUse> uses() {
        return files.stream().flatMap(file -> file.uses().stream()).toList();
    }

    /** Every problem, by path and line. */
    public List<ScanProblem> problems() {
        return files.stream().flatMap(file -> file.problems().stream()).toList();
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
