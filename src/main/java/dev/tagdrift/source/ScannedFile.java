package dev.tagdrift.source;

import java.util.List;

/**
 * A file that may name images.
 *
 * @param path relative to the root, with {@code /}
 * @param uses by line; one for each line, instruction and reference
 * @param problems by line
 */
public record ScannedFile(String path, List<ImageUse> uses, List<ScanProblem> problems) {}
