package dev.tagdrift.explain;

/** What came of looking for the packages of an image. */
public sealed interface PackageReading {
    /**
     * They are known.
     *
     * @param packages at least one
     * @param source who says so
     */
    record Found(PackageList packages, Source source) implements PackageReading {}

    /** No package is recorded: the image has no package manager, or its database was taken out. */
    record NoneRecorded() implements PackageReading {}

    /**
     * Packages are recorded, but in a way that cannot be read. Nothing is known about them.
     *
     * @param where the path in the image, or the name of the document
     * @param flaw why
     */
    record NotReadable(String where, Flaw flaw) implements PackageReading {}

    /**
     * The image could not be looked into.
     *
     * @param reason why not
     */
    record NotFetched(Unreadable reason) implements PackageReading {}

    /** Who says what is installed. */
    sealed interface Source {
        /**
         * A bill of materials that was published with the image.
         *
         * @param format of the document
         * @param maker the tools that wrote it, without their versions, as the document tells; may be empty
         */
        record Published(String format, String maker) implements Source {}

        /** The package managers in it. */
        record Recorded() implements Source {}
    }

    /** Why a record of packages cannot be read. */
    enum Flaw {
        /** It breaks the rules of its own format: damaged, or cut off. */
        MALFORMED,
        /** It is of a format or a version that is not known here. */
        UNKNOWN_FORMAT,
        /** Part of it is still in a journal beside it. */
        UNFINISHED
    }

    /** Found or none, by whether there are any. */
    static PackageReading of(PackageList packages, Source source) {
        return packages.packages().isEmpty() ? new NoneRecorded() : new Found(packages, source);
    }
}
