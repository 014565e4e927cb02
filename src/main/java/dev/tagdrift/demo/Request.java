package dev.tagdrift.demo;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a client asks a server.
 *
 * @param method in capitals
 * @param path without the query
 * @param query as it is written, empty if there is none
 * @param headers the first value of each, found whatever the case of the name
 * @param body as text, empty if there is none
 */
public record Request(String method, String path, String query, Map<String, String> headers, String body) {
    /** Copies the headers. */
    public Request {
        Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        headers = copy;
    }

    /** The value of a header, if the client sent it. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** Method and address, as an access log has them. */
    @Override
    public String toString() {
        return method + " " + path + (query.isEmpty() ? "" : "?" + query);
    }
}
