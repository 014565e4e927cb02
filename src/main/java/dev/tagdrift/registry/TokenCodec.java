package dev.tagdrift.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tagdrift.auth.Secret;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the token out of a token service's answer, which calls it by one of two names. */
final class TokenCodec {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What can stand in a header (RFC 6750 section 2.1 allows less). */
    private static final Pattern SENDABLE = Pattern.compile("[\\x21-\\x7e]+");

    private TokenCodec() {}

    /**
     * What the service gave.
     *
     * @param token to send
     * @param seconds that it is good for; 0 if the service does not say
     * @param repositories that it can be read to be good for
     */
    record Grant(Secret token, long seconds, Optional<Set<String>> repositories) {
        /** Services give a token that grants nothing to an account that may not read. */
        boolean servesAny(List<Endpoint> endpoints) {
            return repositories
                    .map(names -> endpoints.stream()
                            .anyMatch(one -> names.contains(one.asked().path())))
                    .orElse(true);
        }

        /** One that does not say is used until it is refused. */
        Instant until(Instant now) {
            return seconds > 0 ? now.plusSeconds(seconds) : Instant.MAX;
        }
    }

    static Optional<Grant> read(byte[] body) {
        try {
            JsonNode answer = JSON.readTree(body);
            long seconds = Math.min(answer.path("expires_in").asLong(0), Integer.MAX_VALUE);
            return Stream.of("token", "access_token")
                    .map(name -> answer.path(name).asText(""))
                    .filter(SENDABLE.asMatchPredicate())
                    .map(token -> new Grant(new Secret(token), seconds, repositories(token)))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * The claims of a JSON Web Token in the form of Distribution; whether it is genuine is the registry's business.
     *
     * @see <a href="https://distribution.github.io/distribution/spec/auth/jwt/">Token Authentication Implementation</a>
     */
    private static Optional<Set<String>> repositories(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            JsonNode access =
                    JSON.readTree(Base64.getUrlDecoder().decode(parts[1])).path("access");
            return access.isArray() ? Optional.of(pullable(access)) : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Set<String> pullable(JsonNode access) {
        Set<String> names = new HashSet<>();
        for (JsonNode one : access) {
            for (JsonNode action : one.path("actions")) {
                boolean pull =
                        action.asText("").equals("pull") || action.asText("").equals("*");
                if (pull && one.path("type").asText("").equals("repository")) {
                    names.add(one.path("name").asText(""));
                }
            }
        }
        return names;
    }
}
