package dev.tagdrift.dockerfile;

/**
 * Resolves {@code $0} in the replacement of {@code ${name//pattern/replacement}}.
 *
 * <p>BuildKit hands the replacement to Go's regular expressions, where {@code $name} is a group. There is none but the
 * whole match, {@code $0}; every other is empty, {@code $$} is a dollar, and one without a name stays.
 */
final class MatchReference {
    private MatchReference() {}

    static String resolve(String replacement, String match) {
        int dollar = replacement.indexOf('$');
        if (dollar < 0) {
            return replacement;
        }
        StringBuilder resolved = new StringBuilder();
        int position = 0;
        while (dollar >= 0) {
            resolved.append(replacement, position, dollar);
            position = reference(replacement, dollar + 1, match, resolved);
            dollar = replacement.indexOf('$', position);
        }
        return resolved.append(replacement, position, replacement.length()).toString();
    }

    /** Reads what follows a dollar, and returns where it ends. */
    private static int reference(String text, int start, String match, StringBuilder resolved) {
        if (text.startsWith("$", start)) {
            resolved.append('$');
            return start + 1;
        }
        boolean braced = text.startsWith("{", start);
        int from = braced ? start + 1 : start;
        int end = endOfName(text, from);
        boolean isReference = end > from && (!braced || text.startsWith("}", end));
        if (!isReference) {
            resolved.append('$');
            return start;
        }
        if (text.substring(from, end).equals("0")) {
            resolved.append(match);
        }
        return braced ? end + 1 : end;
    }

    private static int endOfName(String text, int start) {
        int end = start;
        while (end < text.length() && (Character.isLetterOrDigit(text.codePointAt(end)) || text.charAt(end) == '_')) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }
}
