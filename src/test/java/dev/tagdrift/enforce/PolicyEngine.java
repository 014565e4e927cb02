package dev.tagdrift.enforce;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a source policy does to a source, as BuildKit's documentation of its engine has it: rules in their order; a
 * conversion ends the round and begins the next one; of the rules that allow and deny, the last that matches wins.
 *
 * @see <a href="https://github.com/moby/buildkit/blob/master/sourcepolicy/engine.go">engine.go</a>
 */
final class PolicyEngine {
    private static final int MOST_CONVERSIONS = 20;

    private final JsonNode rules;

    PolicyEngine(String policy) {
        try {
            rules = new ObjectMapper().readTree(policy).get("rules");
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** The source that is taken for an image; empty if it is denied. */
    Optional<String> source(String image) {
        String source = "docker-image://" + image;
        for (int i = 0; i <= MOST_CONVERSIONS; i++) {
            boolean denied = false;
            Optional<String> converted = Optional.empty();
            for (JsonNode rule : rules) {
                if (!matches(rule.get("selector"), source)) {
                    continue;
                }
                String action = rule.get("action").asText();
                if (action.equals("CONVERT")) {
                    String update = rule.get("updates").get("identifier").asText();
                    if (!update.equals(source)) {
                        converted = Optional.of(update);
                        break;
                    }
                } else {
                    denied = action.equals("DENY");
                }
            }
            if (converted.isEmpty()) {
                return denied ? Optional.empty() : Optional.of(source.substring("docker-image://".length()));
            }
            source = converted.get();
        }
        throw new AssertionError("too many conversions of " + image);
    }

    /** A selector without a type is a pattern in which an asterisk stands for anything. */
    private static boolean matches(JsonNode selector, String source) {
        String pattern = Arrays.stream(selector.get("identifier").asText().split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*"));
        return source.matches(pattern);
    }
}
