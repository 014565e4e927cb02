package dev.tagdrift.dockerfile;

import java.util.ArrayList;
import java.util.List;

/**
 * Operands in the exec form, {@code ["a", "b"]}.
 *
 * @param form whether they are in that form at all
 * @param values the strings, as far as they are some
 */
record JsonStrings(Form form, List<String> values) {
    /** What operands can be. */
    enum Form {
        /** An array of strings. */
        STRINGS,
        /** An array with something else in it, which BuildKit refuses. */
        OTHERS,
        /** No array: the shell form. */
        NONE
    }

    static JsonStrings of(SourceText operands) {
        if (operands.isEmpty() || operands.charAt(0) != '[') {
            return new JsonStrings(Form.NONE, List.of());
        }
        List<Json.Item> items = new ArrayList<>();
        if (!Json.isValid(operands.text(), 0, items::add)) {
            return new JsonStrings(Form.NONE, List.of());
        }
        List<String> values =
                items.stream().flatMap(item -> item.text().stream()).toList();
        return new JsonStrings(values.size() == items.size() ? Form.STRINGS : Form.OTHERS, values);
    }

    boolean isArray() {
        return form == Form.STRINGS;
    }
}
