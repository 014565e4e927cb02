package dev.tagdrift.registry;

import java.util.List;
import java.util.Optional;
import okhttp3.Challenge;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okio.ByteString;

/**
 * What a server replied.
 *
 * @param url that replied, after redirects
 * @param status of HTTP
 * @param headers of the reply
 * @param challenges of a 401, as OkHttp reads their grammar (RFC 9110 section 11.6.1)
 * @param body cut at the limit of the question, if the reply is an error
 */
record Reply(HttpUrl url, int status, Headers headers, List<Challenge> challenges, ByteString body) {
    boolean isSuccess() {
        return status == 200;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    byte[] bytes() {
        return body.toByteArray();
    }
}
