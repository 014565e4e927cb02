package dev.tagdrift.dockerfile;

import java.nio.charset.StandardCharsets;

/**
 * Text with one character for each byte, so that positions in it are offsets in the file.
 *
 * <p>Nearly everything that Dockerfile syntax gives a meaning to is ASCII; the rest is carried along and decoded at the
 * end. Only the spaces of other scripts count as well, where BuildKit trims lines and splits words.
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
        return isAscii(byteText)
                ? byteText
                : new String(byteText.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** Whether a byte is a space of ASCII. */
    static boolean isSpace(char c) {
        return SPACES.indexOf(c) >= 0;
    }

    /** Whether a byte is a space where BuildKit takes each byte for a character, as in flags. */
    static boolean isByteSpace(char c) {
        return isSpace(c) || c == 0x85 || c == 0xA0;
    }

    /** How many bytes the space at this place has: 0 if there is none, more than 1 for one of another script. */
    static int spaceAt(CharSequence text, int at) {
        char c = text.charAt(at);
        if (c < 0x80) {
            return isSpace(c) ? 1 : 0;
        }
        if (c == 0xC2 && at + 1 < text.length()) {
            char next = text.charAt(at + 1);
            return next == 0x85 || next == 0xA0 ? 2 : 0;
        }
        return c >= 0xE1
                        && c <= 0xE3
                        && at + 2 < text.length()
                        && isWideSpace(c, text.charAt(at + 1), text.charAt(at + 2))
                ? 3
                : 0;
    }

    /** How many bytes the space has that ends just before this place. */
    static int spaceBefore(CharSequence text, int end) {
        for (int length = 1; length <= 3 && length <= end; length++) {
            if (spaceAt(text, end - length) == length) {
                return length;
            }
        }
        return 0;
    }

    private static boolean isWideSpace(char first, char second, char third) {
        int point = ((first & 0x0F) << 12) | ((second & 0x3F) << 6) | (third & 0x3F);
        return second >> 6 == 2 && third >> 6 == 2 && isSpacePoint(point);
    }

    /** Whether a character above ASCII is a space, as Unicode has it. */
    static boolean isSpacePoint(int point) {
        return point == 0x85
                || point == 0xA0
                || point == 0x1680
                || (point >= 0x2000 && point <= 0x200A)
                || point == 0x2028
                || point == 0x2029
                || point == 0x202F
                || point == 0x205F
                || point == 0x3000;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
