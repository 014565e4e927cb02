package dev.tagdrift.resolve;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Why an answer could not be had. None of these says that anything drifted. */
public sealed interface ResolutionFailure {
    /** The registry that was asked, as the reference names it. */
    String registry();

    /**
     * The registry answered 404.
     *
     * @param registry that was asked
     * @param said whether its own error body says that the manifest or the repository is unknown; a bare 404 may as
     *     well mean that access is missing
     * @param authenticated whether it accepted credentials for the repository (an anonymous token is none)
     */
    record NotFound(String registry, boolean said, boolean authenticated) implements ResolutionFailure {}

    /**
     * The registry refused (401 or 403).
     *
     * @param registry that was asked
     * @param authenticated whether credentials were sent
     * @param detail the registry's own words, without control characters; may be empty
     */
    record Denied(String registry, boolean authenticated, String detail) implements ResolutionFailure {}

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
}
