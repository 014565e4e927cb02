package dev.tagdrift.demo;

import dev.tagdrift.image.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a server answers.
 *
 * @param status of HTTP
 * @param headers found whatever the case of the name
 * @param body left out on the wire if the request was a HEAD
 */
public record Response(int status, Map<String, String> headers, Content body) {
    /** Copies the headers. */
    public Response {
        Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        headers = copy;
    }

    /** An answer with this content. */
    public static Response of(int status, Content body) {
        return new Response(
                status, Map.of("Content-Type", body.descriptor().mediaType().value()), body);
    }

    /** An answer with this text. */
    public static Response of(int status, String mediaType, String body) {
        return of(status, Content.of(new MediaType(mediaType), body.getBytes(StandardCharsets.UTF_8)));
    }

    /** A refusal in the form of the distribution specification, "Error Codes". */
    public static Response error(int status, String code, String message) {
        return of(
                status,
                "application/json",
                "{\"errors\":[{\"code\":\"%s\",\"message\":\"%s\"}]}".formatted(code, message));
    }

    /** The same with one more header. */
    public Response with(String name, String value) {
        Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(name, value);
        return new Response(status, more, body);
    }

    /** The same without a header. */
    public Response without(String name) {
        Map<String, String> fewer = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        fewer.putAll(headers);
        fewer.remove(name);
        return new Response(status, fewer, body);
    }
}
