package dev.tagdrift.report;

/** Colours for terminals that have them; the words tell the same without. */
enum Style {
    PLAIN,
    COLOUR;

    private static final String RESET = "\u001B[0m";

    String of(Kind kind, String text) {
        return switch (this) {
            case PLAIN -> text;
            case COLOUR -> code(kind) + text + RESET;
        };
    }

    private static String code(Kind kind) {
        return switch (kind) {
            case DRIFT, ERROR -> "\u001B[1;31m";
            case STALE, WARNING -> "\u001B[1;33m";
            case NOTE -> "\u001B[36m";
        };
    }
}
