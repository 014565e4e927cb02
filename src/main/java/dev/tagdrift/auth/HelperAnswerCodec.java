package dev.tagdrift.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tagdrift.auth.HelperRun.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Reads what a credential helper printed. */
final class HelperAnswerCodec {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** In place of a user's name: what stands for the password is an identity token. */
    private static final String TOKEN_USER = "<token>";

    private HelperAnswerCodec() {}

    static Outcome read(int exitCode, byte[] output) {
        if (exitCode != 0) {
            return saysNotFound(new String(output, StandardCharsets.UTF_8))
                    ? new Outcome.NotFound()
                    : new Outcome.Failed("it ends with exit code " + exitCode);
        }
        try {
            JsonNode answer = JSON.readTree(output);
            return answer.isObject()
                    ? credential(
                            answer.path("Username").asText(""),
                            answer.path("Secret").asText(""))
                    : new Outcome.Failed("its answer is not JSON");
        } catch (IOException e) {
            return new Outcome.Failed("its answer is not JSON");
        }
    }

    /** The words of docker-credential-helpers; it prints errors to its standard output. */
    private static boolean saysNotFound(String output) {
        return Stream.of("credentials not found", "no credentials server URL", "no credentials username")
                .anyMatch(output::contains);
    }

    private static Outcome credential(String user, String secret) {
        if (secret.isEmpty()) {
            return new Outcome.NotFound();
        }
        return new Outcome.Known(
                user.equals(TOKEN_USER)
                        ? new Credential.IdentityToken(new Secret(secret))
                        : new Credential.UserPassword(user, new Secret(secret)));
    }
}
