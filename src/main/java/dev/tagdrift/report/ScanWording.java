package dev.tagdrift.report;

import dev.tagdrift.source.ImageUse;

/** The words for what a file names. */
final class ScanWording {
    private ScanWording() {}

    /** {@code path:line: FROM python:3.12-slim (linux/amd64)}, with what stands in the file where that differs. */
    static String line(ImageUse use) {
        String familiar = use.reference().familiar();
        boolean asWritten = familiar.equals(use.written())
                || use.reference().toString().equals(use.written())
                || familiar.equals(use.written() + ":latest");
        return use.location() + ": " + use.instruction() + " " + familiar + " (" + Phrases.list(use.platforms()) + ")"
                + (asWritten ? "" : ", written " + Phrases.code(use.written()));
    }
}
