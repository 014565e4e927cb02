package dev.tagdrift.resolve;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Why an answer could not be had. None of these says that anything drifted. */
public sealed interface ResolutionFailure {
    /** The registry that was to be asked, as the reference names it. */
    String registry();

    /** Whether whoever was asked answered that it does not have the thing, whatever that proves. */
    default boolean isNotFound() {
        return false;
    }

    /**
     * The registry answered 404.
     *
     * @param registry that was asked
     * @param said whether its own error body says that the manifest or the repository is unknown; a bare 404 may as
     *     well mean that access is missing
     * @param authenticated whether it accepted credentials for the repository (an anonymous token is none)
     */
    record NotFound(String registry, boolean said, boolean authenticated) implements ResolutionFailure {
        @Override
        public boolean isNotFound() {
            return true;
        }
    }

    /**
     * The registry refused (401 or 403).
     *
     * @param registry that was asked
     * @param login what became of the login, if one was shown
     * @param detail the registry's own words, without control characters; may be empty
     */
    record Denied(String registry, Login login, String detail) implements ResolutionFailure {
        /** What became of a login. */
        public enum Login {
            /** None was shown. */
            NONE,
            /** It was shown, and is not known to be wrong: the account may not read this. */
            SHOWN,
            /** It was refused itself: the password is wrong, or has expired. */
            REFUSED
        }
    }

    /**
     * The registry answers no more for now (429).
     *
     * @param registry that was asked
     * @param again when it says it will answer again, if it says so
     */
    record RateLimited(String registry, Optional<Instant> again) implements ResolutionFailure {}

    /**
     * No answer came.
     *
     * @param registry that was asked
     * @param obstacle what stood in the way
     * @param detail the facts: host and port, the system's own words
     */
    record Unreachable(String registry, Obstacle obstacle, String detail) implements ResolutionFailure {
        /** What stood in the way. */
        public enum Obstacle {
            /** Nothing listens there. */
            REFUSED,
            /** The host's name is not known. */
            UNKNOWN_HOST,
            /** The certificate is not trusted, or TLS failed in another way. */
            TLS,
            /** It speaks plain http where TLS is expected. */
            PLAIN_HTTP,
            /** The connection broke. */
            BROKEN,
            /** The server answered 5xx each time. */
            SERVER_ERROR,
            /** A proxy on the way refuses to pass anything on. */
            PROXY
        }
    }

    /**
     * An answer came that makes no sense.
     *
     * @param registry that was asked
     * @param flaw what is wrong with it
     * @param detail the facts, without control characters
     */
    record BadAnswer(String registry, Flaw flaw, String detail) implements ResolutionFailure {
        /** What is wrong with an answer. */
        public enum Flaw {
            /** The body is no manifest that can be read. */
            MALFORMED,
            /** The body has another digest than the one that was asked for. */
            DIGEST_MISMATCH,
            /** The body is larger than a manifest may be. */
            TOO_LARGE,
            /** The media type is none of an image. */
            UNSUPPORTED_TYPE,
            /** The status is one that no registry should answer here. */
            STATUS,
            /** Plain http, which loopback is asked in unless TLS is set, is answered as a server of TLS does. */
            PLAIN_HTTP,
            /** A redirect that is not followed: too many, to plain http, or to another realm of trust. */
            REDIRECT
        }
    }

    /**
     * No answer came in time.
     *
     * @param registry that was asked
     * @param after how long it was waited for
     */
    record TimedOut(String registry, Duration after) implements ResolutionFailure {}

    /**
     * The time for the whole run was over before it answered.
     *
     * @param registry that was to be asked
     * @param limit of the run
     */
    record OutOfTime(String registry, Duration limit) implements ResolutionFailure {}

    /**
     * Somebody ended the run before it answered.
     *
     * @param registry that was to be asked
     */
    record Interrupted(String registry) implements ResolutionFailure {}

    /**
     * The local engine did not answer.
     *
     * @param registry where it was looked for; what was asked in a registry's stead
     * @param hindrance what stood in the way
     * @param detail the facts, without control characters; may be empty
     */
    record NoEngine(String registry, Hindrance hindrance, String detail) implements ResolutionFailure {
        /** What stands between us and an engine. */
        public enum Hindrance {
            /** There is no engine in any of the usual places. */
            NOWHERE,
            /** Nothing listens where it should be. */
            NOT_RUNNING,
            /** This user may not talk to it. */
            NOT_PERMITTED,
            /** It is to be reached in a way that is not supported, such as SSH. */
            UNSUPPORTED,
            /** The Docker context that is chosen cannot be read. */
            BAD_CONTEXT,
            /** TLS failed, or its certificates cannot be used. */
            TLS,
            /** It gave no answer in time. */
            TIMED_OUT,
            /** The connection broke. */
            BROKEN,
            /** Its answer makes no sense. */
            BAD_ANSWER
        }
    }

    /**
     * A mirror that was asked in place of the registry did not tell. What the registry has is not known from that, even
     * where the mirror says that it does not have the thing: it never had it, or lost it.
     *
     * @param mirror that was asked, with its port where that is not the usual one
     * @param reason why it did not
     */
    record AtMirror(String mirror, ResolutionFailure reason) implements ResolutionFailure {
        @Override
        public String registry() {
            return reason.registry();
        }

        @Override
        public boolean isNotFound() {
            return reason.isNotFound();
        }
    }
}
