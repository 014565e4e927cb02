package dev.tagdrift.report;

import java.util.ArrayList;
import java.util.List;

/** Takes a line apart where it may be broken. */
final class Words {
    private Words() {}

    /** Each word with the blanks around it; what stands in backticks is one word, since somebody will copy it. */
    static List<String> of(String line) {
        List<String> words = new ArrayList<>();
        int start = 0;
        while (start < line.length()) {
            int end = afterBlanks(line, afterWord(line, afterBlanks(line, start)));
            words.add(line.substring(start, end));
            start = end;
        }
        return words;
    }

    private static int afterBlanks(String line, int place) {
        int end = place;
        while (end < line.length() && line.charAt(end) == ' ') {
            end++;
        }
        return end;
    }

    private static int afterWord(String line, int place) {
        int end = place;
        while (end < line.length() && line.charAt(end) != ' ') {
            int closing = line.charAt(end) == '`' ? line.indexOf('`', end + 1) : -1;
            end = Math.max(end, closing) + 1;
        }
        return end;
    }
}
