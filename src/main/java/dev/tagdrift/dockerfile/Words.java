package dev.tagdrift.dockerfile;

import java.util.ArrayList;
import java.util.List;

/** Splits text into words; quotes and escapes stay as they stand. */
final class Words {
    private Words() {}

    /** Words between spaces, whatever the quotes. */
    static List<SourceText> split(SourceText text) {
        List<SourceText> words = new ArrayList<>();
        int position = skipSpaces(text, 0);
        while (position < text.length()) {
            int end = endOfWord(text, position);
            words.add(text.sub(position, end));
            position = skipSpaces(text, end);
        }
        return words;
    }

    /** Words between spaces that are neither quoted nor escaped. */
    static List<SourceText> splitQuoted(SourceText text, char escape) {
        List<SourceText> words = new ArrayList<>();
        int position = skipSpaces(text, 0);
        while (position < text.length()) {
            int end = endOfQuotedWord(text, position, escape);
            words.add(text.sub(position, end));
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

    static int skipSpaces(SourceText text, int start) {
        int position = start;
        while (position < text.length() && ByteText.isSpace(text.charAt(position))) {
            position++;
        }
        return position;
    }

    private static int endOfQuotedWord(SourceText text, int start, char escape) {
        char quote = 0;
        int position = start;
        while (position < text.length()) {
            char c = text.charAt(position);
            if (quote == 0 && ByteText.isSpace(c)) {
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
