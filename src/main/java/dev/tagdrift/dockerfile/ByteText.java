package dev.tagdrift.dockerfile;

import java.nio.charset.StandardCharsets;

/**
 * Text with one character for each byte, so that positions in it are offsets in the file.
 *
 * <p>Everything that Dockerfile syntax gives a meaning to is ASCII; the rest is carried along and decoded at the end.
 */
final class ByteText {
    private static final String SPACES = " \t\n\u000B\f\r";

    private ByteText() {}

    static String of(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    static String of(String readable) {
        return of(readable.getBytes(StandardCharsets.UTF_8));
    }

    static String readable(String byteText) {
        return new String(byteText.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    static boolean isSpace(char c) {
        return SPACES.indexOf(c) >= 0;
    }
}
