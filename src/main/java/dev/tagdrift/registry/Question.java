package dev.tagdrift.registry;

import java.time.Instant;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * One request, and what is known about it.
 *
 * @param registry on whose behalf it is sent, as references name it
 * @param request as it is sent
 * @param limit of the body, in bytes
 * @param until when an answer is waited for, with all attempts
 * @param intake that takes the body of a success in place of the reply
 */
record Question(String registry, Request request, long limit, Instant until, Optional<Intake> intake) {
    static final String AUTHORIZATION = "Authorization";

    /** The body comes with the reply. */
    Question(String registry, Request request, long limit, Instant until) {
        this(registry, request, limit, until, Optional.empty());
    }

    HttpUrl url() {
        return request.url();
    }

    Question with(Authorization authorization) {
        if (authorization.equals(Authorization.NONE)) {
            return this;
        }
        Request authorized = request.newBuilder()
                .header(AUTHORIZATION, authorization.header().reveal())
                .build();
        return new Question(registry, authorized, limit, until, intake);
    }

    /** The same, with a body that is taken as it comes. */
    Question into(Intake taker) {
        return new Question(registry, request, limit, until, Optional.of(taker));
    }

    /**
     * The same at another address, where the credentials are not known unless it is of the same origin.
     *
     * @param farOnly whether it must not reach this machine or its link
     */
    Question at(HttpUrl other, boolean farOnly) {
        Request.Builder moved = request.newBuilder().url(other);
        if (!Origin.of(other).equals(Origin.of(url()))) {
            moved.removeHeader(AUTHORIZATION);
        }
        if (farOnly) {
            moved.tag(OneExchange.FarOnly.class, new OneExchange.FarOnly());
        }
        return new Question(registry, moved.build(), limit, until, intake);
    }
}
