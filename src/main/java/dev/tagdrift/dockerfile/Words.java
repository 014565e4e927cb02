package dev.tagdrift.dockerfile;

import java.util.ArrayList;
import java.util.List;

/** Splits text into words; quotes and escapes stay as they stand. */
final class Words {
    private Words() {}

    /** Words between spaces of ASCII, whatever the quotes. */
    static List<SourceText> split(SourceText text) {
        List<SourceText> words = new ArrayList<>();
        int position = 0;
        while (position < text.length()) {
            int end = endOfWord(text, position);
            if (end > position) {
                words.add(text.sub(position, end));
            }
            position = end + 1;
        }
        return words;
    }

    /** Words between spaces of any script that are neither quoted nor escaped. */
    static List<SourceText> splitQuoted(SourceText text, char escape) {
        List<SourceText> words = new ArrayList<>();
        int position = skipSpaces(text, 0);
        while (position < text.length()) {
            int end = endOfQuotedWord(text, position, escape);
            boolean onlyEscape = end == text.length() && end == position + 1 && text.charAt(position) == escape;
            if (!onlyEscape) {
                words.add(text.sub(position, end));
            }
            position = skipSpaces(text, end);
        }
        return words;
    }

    static int endOfWord(SourceText text, int start) {
        int end = start;
        while (end < text.length() && !ByteText.isSpace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    static int skipAsciiSpaces(SourceText text, int start) {
        int position = start;
        while (position < text.length() && ByteText.isSpace(text.charAt(position))) {
            position++;
        }
        return position;
    }

    static int skipSpaces(SourceText text, int start) {
        int position = start;
        int space = position < text.length() ? ByteText.spaceAt(text.text(), position) : 0;
        while (space > 0) {
            position += space;
            space = position < text.length() ? ByteText.spaceAt(text.text(), position) : 0;
        }
        return position;
    }

    private static int endOfQuotedWord(SourceText text, int start, char escape) {
        char quote = 0;
        int position = start;
        while (position < text.length()) {
            char c = text.charAt(position);
            if (quote == 0 && ByteText.spaceAt(text.text(), position) > 0) {
                return position;
            }
            if (c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            }
            // Nothing can be escaped between single quotes.
            position += c == escape && quote != '\'' ? 2 : 1;
        }
        return text.length();
    }
}
