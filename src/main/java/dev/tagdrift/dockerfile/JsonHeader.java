package dev.tagdrift.dockerfile;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Looks for the key {@code syntax} of a file that is one JSON object. */
final class JsonHeader {
    private JsonHeader() {}

    /** The value of the last such key, if that is a string. */
    static Optional<SourceText> syntax(String file, int start, LineTable lines) {
        if (!beginsObject(file, start)) {
            return Optional.empty();
        }
        AtomicReference<Optional<SourceText>> syntax = new AtomicReference<>(Optional.empty());
        boolean valid = Json.isValid(file, start, item -> {
            if (item.key().equals("syntax")) {
                syntax.set(item.text()
                        .map(text -> new SourceText.Builder(lines, item.start())
                                .append(file, item.start(), item.end())
                                .build()));
            }
        });
        return valid ? syntax.get() : Optional.empty();
    }

    private static boolean beginsObject(String file, int start) {
        int at = start;
        while (at < file.length() && ByteText.isSpace(file.charAt(at))) {
            at++;
        }
        return at < file.length() && file.charAt(at) == '{';
    }
}
