package dev.tagdrift.dockerfile;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Recognises the expressions of the usual template languages. */
final class TemplateMarks {
    private static final List<Map.Entry<String, String>> PAIRS =
            List.of(Map.entry("{{", "}}"), Map.entry("{%", "%}"), Map.entry("<%", "%>"));

    private TemplateMarks() {}

    /** The first expression in a text. */
    static Optional<SourceText> in(SourceText text) {
        for (Map.Entry<String, String> pair : PAIRS) {
            int start = text.text().indexOf(pair.getKey());
            if (start >= 0) {
                int end = text.text().indexOf(pair.getValue(), start);
                return Optional.of(end < 0 ? text.from(start) : text.sub(start, end + 2));
            }
        }
        return Optional.empty();
    }

    /** Whether a line is nothing but an expression, as far as its beginning tells. */
    static boolean begin(SourceText text) {
        return PAIRS.stream().anyMatch(pair -> text.text().startsWith(pair.getKey()));
    }
}
