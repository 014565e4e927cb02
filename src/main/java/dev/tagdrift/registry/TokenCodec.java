package dev.tagdrift.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tagdrift.auth.Secret;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the token out of a token service's answer, which calls it by one of two names. */
final class TokenCodec {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What can stand in a header (RFC 6750 section 2.1 allows less). */
    private static final Pattern SENDABLE = Pattern.compile("[\\x21-\\x7e]+");

    private TokenCodec() {}

    static Optional<Secret> read(byte[] body) {
        try {
            JsonNode answer = JSON.readTree(body);
            return Stream.of("token", "access_token")
                    .map(name -> answer.path(name).asText(""))
                    .filter(SENDABLE.asMatchPredicate())
                    .map(Secret::new)
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
