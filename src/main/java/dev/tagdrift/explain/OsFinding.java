package dev.tagdrift.explain;

import dev.tagdrift.image.OsRelease;

/** What is known of the operating system in an image. */
public sealed interface OsFinding {
    /**
     * Its release.
     *
     * @param release of the system
     * @param source that tells
     */
    record Known(OsRelease release, Source source) implements OsFinding {
        /** What tells a release. */
        public enum Source {
            /** The configuration: the platform's version, or the command that made the lowest layer. */
            CONFIGURATION,
            /** Files in the layers. */
            FILES
        }
    }

    /** There is none that says its name: the image holds a program and little else. */
    record None() implements OsFinding {}

    /** There is a file or link that should say it, but does not in a way that is understood. */
    record Unclear() implements OsFinding {}

    /**
     * The layers could not be looked into.
     *
     * @param reason why not
     */
    record Unknown(Unreadable reason) implements OsFinding {}
}
