package dev.tagdrift.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads the body of an error (OCI distribution specification, "Error Codes"). */
final class ErrorCodec {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The specification's words; {@code NOT_FOUND} is Harbor's. */
    private static final Set<String> UNKNOWN = Set.of("MANIFEST_UNKNOWN", "NAME_UNKNOWN", "BLOB_UNKNOWN", "NOT_FOUND");

    private ErrorCodec() {}

    /**
     * What a registry says about a refusal.
     *
     * @param codes of all its errors, in capitals
     * @param message of the first error that has one, fit to print; may be empty
     */
    record Said(List<String> codes, String message) {
        private static final Said NOTHING = new Said(List.of(), "");

        /** A refusal beside it says that permission is missing. */
        boolean saysUnknown() {
            return !codes.isEmpty() && UNKNOWN.containsAll(codes);
        }
    }

    /** What the body says; nothing if it is no JSON, such as a proxy's page. */
    static Said read(byte[] body) {
        try {
            JsonNode root = JSON.readTree(body);
            List<JsonNode> errors = StreamSupport.stream(root.path("errors").spliterator(), false)
                    .toList();
            return new Said(codes(errors), message(errors, root));
        } catch (IOException e) {
            return Said.NOTHING;
        }
    }

    private static List<String> codes(List<JsonNode> errors) {
        return errors.stream()
                .map(error ->
                        error.path("code").asText("").toUpperCase(Locale.ROOT).replace(' ', '_'))
                .toList();
    }

    /** Token services write {@code details}, {@code message} or {@code error_description} beside no list. */
    private static String message(List<JsonNode> errors, JsonNode root) {
        Stream<String> ofErrors =
                errors.stream().map(error -> error.path("message").asText(""));
        Stream<String> ofRoot = Stream.of("details", "message", "error_description")
                .map(name -> root.path(name).asText(""));
        return Stream.concat(ofErrors, ofRoot)
                .map(Words::plain)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }
}
