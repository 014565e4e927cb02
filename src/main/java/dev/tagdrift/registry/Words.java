package dev.tagdrift.registry;

import java.util.regex.Pattern;

/** Makes a stranger's text safe to print: without control characters, without line ends, and short. */
final class Words {
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\\s]+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final int LONGEST = 200;

    private Words() {}

    static String plain(String text) {
        String head = text.length() > 4 * LONGEST ? text.substring(0, 4 * LONGEST) : text;
        String line = line(head);
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
    }

    /** As long as it is: for what is compared before it is shown. */
    static String line(String text) {
        return UNPRINTABLE.matcher(text).replaceAll(" ").strip();
    }
}
