package dev.tagdrift.registry;

import java.util.Optional;
import okhttp3.HttpUrl;

/** How a registry wants requests to prove who asks. */
sealed interface Scheme {
    /** Whether the same is brought from the same place, apart from the scope that each request needs. */
    default boolean isProvedLike(Scheme other) {
        if (this instanceof Bearer one && other instanceof Bearer two) {
            return one.realm().equals(two.realm()) && one.service().equals(two.service());
        }
        return equals(other);
    }

    /** Not at all, as far as is known, or in no way that is known here. */
    record Open() implements Scheme {}

    /** By user and password (RFC 7617). */
    record Basic() implements Scheme {}

    /**
     * By a token from somewhere else.
     *
     * @param realm where tokens are given
     * @param service what the registry is called there, if it says so
     * @param scope what the refused request needed, if it says so
     */
    record Bearer(HttpUrl realm, Optional<String> service, Optional<String> scope) implements Scheme {}
}
