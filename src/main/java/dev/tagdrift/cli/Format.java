package dev.tagdrift.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The formats that a command can write. */
enum Format {
    /** For people and logs. */
    TEXT("txt"),
    /** For programs. */
    JSON("json");

    private final String suffix;

    Format(String suffix) {
        this.suffix = suffix;
    }

    static Optional<Format> named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.toString().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    static Optional<Format> ofFile(String file) {
        return Arrays.stream(values())
                .filter(format -> file.toLowerCase(Locale.ROOT).endsWith("." + format.suffix))
                .findFirst();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
