package dev.tagdrift.report;

import dev.tagdrift.dockerfile.Pull;
import dev.tagdrift.source.ImageUse;

/** The words for what a file names. */
final class ScanWording {
    private ScanWording() {}

    /** As it stands before the name in most files, so that a search finds the place. */
    private static String searched(Pull.Instruction instruction) {
        return switch (instruction) {
            case FROM -> "FROM ";
            case COPY -> "COPY --from=";
            case RUN -> "RUN --mount=from=";
            case SYNTAX -> "# syntax=";
        };
    }

    /** {@code path:line: FROM python:3.12-slim (linux/amd64)}, with what stands in the file where that differs. */
    static String line(ImageUse use) {
        String familiar = use.reference().familiar();
        boolean asWritten = familiar.equals(use.written())
                || use.reference().toString().equals(use.written())
                || familiar.equals(use.written() + ":latest");
        return use.location() + ": " + searched(use.instruction()) + familiar + " (" + Phrases.list(use.platforms())
                + ")" + (asWritten ? "" : ", written " + Phrases.code(use.written()));
    }
}
