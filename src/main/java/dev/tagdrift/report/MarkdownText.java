package dev.tagdrift.report;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes any text into the HTML that Markdown may hold, so that it stays text.
 *
 * <p>HTML, because a reader of Markdown leaves what stands in {@code <code>} and {@code <pre>} alone, while it makes
 * links, mentions and references of words elsewhere.
 */
final class MarkdownText {
    /** What stands in backticks, or a word. */
    private static final Pattern PART = Pattern.compile("`(?<code>[^`]*)`|[^ `]+|[ `]");

    /** What a site could make more of than text. */
    private static final Pattern ACTIVE = Pattern.compile("[`@#:!&~$^*_\\\\\\[\\]<>]|//|www\\.|gh-[0-9]");

    /** Stands between what was and what is; escaped, it is text. */
    private static final String ARROW = "->";

    private MarkdownText() {}

    /** A sentence: what stands in backticks, and each word that could be more than a word, as code. */
    static String sentence(String text) {
        StringBuilder html = new StringBuilder();
        Matcher parts = PART.matcher(text);
        while (parts.find()) {
            String code = parts.group("code");
            html.append(code != null ? code(code) : word(parts.group()));
        }
        return html.toString();
    }

    /** What ends a part of a sentence is none of the word before it. */
    private static String word(String text) {
        int end = text.length();
        while (end > 0 && ",:;".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        String word = text.substring(0, end);
        return isActive(word) ? code(word) + escaped(text.substring(end)) : escaped(text);
    }

    private static boolean isActive(String word) {
        return !word.equals(ARROW)
                && ACTIVE.matcher(word.toLowerCase(Locale.ROOT)).find();
    }

    static String code(String text) {
        return "<code>" + escaped(text) + "</code>";
    }

    /** Lines as they are. */
    static String block(String lines) {
        StringBuilder html = new StringBuilder("<pre>");
        lines.lines().forEach(line -> html.append(escaped(line)).append('\n'));
        return html.append("</pre>").toString();
    }

    private static String escaped(String text) {
        return TextRenderer.plain(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
