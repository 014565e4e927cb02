package dev.tagdrift.report;

import java.util.Locale;

/** The names of everything that tagdrift says: docs/reference/ids has a page for each. */
public enum Id {
    TAG_MOVED,
    TAG_VANISHED,
    DIGEST_VANISHED,
    PLATFORM_MISSING,
    CACHE_DIFFERS,
    BASE_DIFFERS,

    NO_LOCKFILE,
    NOT_LOCKED,
    INCOMPLETE,
    UNUSED,
    PIN_DISAGREES,

    PIN_BEHIND,
    MIXED_OS,
    BUILT_HERE,
    BASE_DISPUTED,
    NOTHING_REMOVED,
    FLAGS_NOT_KEPT,
    SHALLOW_CLONE,

    NO_TAG,
    SPLIT_TAG,
    SHARED_ARGUMENT,
    SEVERAL_IMAGES,
    GIVEN_OUTSIDE,
    NOT_EXPORTED,

    UNRESOLVED_VARIABLE,
    BAD_REFERENCE,
    BAD_SYNTAX,
    BAD_STAGE,
    TEMPLATE,
    UNREADABLE,
    NOTHING_FOUND,

    LOCKFILE_CONFLICT,
    LOCKFILE_MALFORMED,
    LOCKFILE_VERSION,
    NOT_WRITTEN,
    BAD_HISTORY,
    BAD_SETTINGS,
    USAGE,
    INTERNAL,

    DENIED,
    NOT_FOUND,
    RATE_LIMITED,
    UNREACHABLE,
    BAD_ANSWER,
    TIMED_OUT,
    NO_ENGINE,
    BASE_UNKNOWN,
    INTERRUPTED,

    CREDENTIALS,
    BAD_PROXY,
    UNMATCHED_IGNORE,
    UNMATCHED_BUILD,
    CUT_LINE;

    /** As messages and JSON write it: {@code tag-moved}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
