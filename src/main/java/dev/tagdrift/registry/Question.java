package dev.tagdrift.registry;

import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * One request, and what is known about it.
 *
 * @param registry on whose behalf it is sent, as references name it
 * @param request as it is sent
 * @param limit of the body, in bytes
 */
record Question(String registry, Request request, long limit) {
    static final String AUTHORIZATION = "Authorization";

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
        return new Question(registry, authorized, limit);
    }

    /** The same at another address, where the credentials are not known unless it is of the same origin. */
    Question at(HttpUrl other) {
        Request.Builder moved = request.newBuilder().url(other);
        if (!Origin.of(other).equals(Origin.of(url()))) {
            moved.removeHeader(AUTHORIZATION);
        }
        return new Question(registry, moved.build(), limit);
    }
}
