package dev.tagdrift.registry;

import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * Begins requests.
 *
 * @param userAgent who is asking, in every one of them
 */
record Requests(String userAgent) {
    /** What is hashed must come as it is kept, so no encoding is asked for. */
    Request.Builder to(HttpUrl url) {
        return new Request.Builder().url(url).header("User-Agent", userAgent).header("Accept-Encoding", "identity");
    }
}
