package dev.tagdrift.source;

import java.util.List;

/**
 * A file that may name images.
 *
 * @param path relative to the root, with {@code /}
 * @param uses by line; one for each line, instruction and reference
 * @param problems by line
 * @param copies between stages on different images, by line
 */
public record ScannedFile(String path, List<ImageUse> uses, List<ScanProblem> problems, List<StageCopy> copies) {
    /** Copies the lists. */
    public ScannedFile {
        uses = List.copyOf(uses);
        problems = List.copyOf(problems);
        copies = List.copyOf(copies);
    }

    /** Nothing copied between stages. */
    public ScannedFile(String path, List<ImageUse> uses, List<ScanProblem> problems) {
        this(path, uses, problems, List.of());
    }
}
