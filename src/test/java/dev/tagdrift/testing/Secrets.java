package dev.tagdrift.testing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Every secret that a test of the whole program uses; whatever the program prints is searched for them. */
public final class Secrets {
    /** The password of tests. */
    public static final String PASSWORD = "s3cret";

    private static final List<String> PLAIN =
            List.of(PASSWORD, "hunter2", "wr0ng-passw0rd", "proxypw", "fake-identity-token", "fake-registry-token");

    private Secrets() {}

    /** Fails if one of them, as it is or as it is sent, is in the text. */
    public static void areNotIn(String text) {
        PLAIN.stream()
                .flatMap(secret -> Stream.of(secret, encoded("ci:" + secret), encoded(":" + secret)))
                .filter(text::contains)
                .findFirst()
                .ifPresent(secret -> {
                    throw new AssertionError("a secret is printed: " + secret + "\n" + text);
                });
        if (text.matches("(?s).*\\b(?:Bearer|Basic) [A-Za-z0-9~+/=._-]{12,}.*")) {
            throw new AssertionError("an Authorization header is printed:\n" + text);
        }
    }

    private static String encoded(String login) {
        return Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }
}
