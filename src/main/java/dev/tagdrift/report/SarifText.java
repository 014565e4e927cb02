package dev.tagdrift.report;

import java.nio.charset.StandardCharsets;

/** Writes any text into SARIF, whose messages hold links and placeholders and whose paths are URIs. */
final class SarifText {
    private static final String UNRESERVED = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/";

    private SarifText() {}

    /** SARIF 2.1.0, 3.11.5 and 3.11.6: braces are doubled, brackets and backslashes escaped. */
    static String message(String text) {
        return text.replace("{", "{{")
                .replace("}", "}}")
                .replace("\\", "\\\\")
                .replace("[", "\\[")
                .replace("]", "\\]");
    }

    /** A relative URI; a colon is escaped too, for what stands before it would be a scheme. */
    static String uri(String path) {
        StringBuilder uri = new StringBuilder();
        for (byte octet : path.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xFF);
            if (UNRESERVED.indexOf(character) >= 0) {
                uri.append(character);
            } else {
                uri.append('%').append(String.format("%02X", octet));
            }
        }
        return uri.toString();
    }
}
