package dev.tagdrift.drift;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Patterns of names: {@code *} and {@code ?} stay between two slashes, {@code **} goes across them. */
final class Glob {
    private static final Pattern PART = Pattern.compile("\\*\\*/|\\*\\*|\\*|\\?|[^*?]+");

    private Glob() {}

    static boolean matches(String glob, String name) {
        String expression = PART.matcher(glob)
                .replaceAll(part -> Matcher.quoteReplacement(
                        switch (part.group()) {
                            case "**/" -> "(?:.*/)?";
                            case "**" -> ".*";
                            case "*" -> "[^/]*";
                            case "?" -> "[^/]";
                            default -> Pattern.quote(part.group());
                        }));
        return Pattern.matches(expression, name);
    }
}
