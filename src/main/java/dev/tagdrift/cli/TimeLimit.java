package dev.tagdrift.cli;

import dev.tagdrift.report.NetworkWording;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a length of time as people write it: {@code 90s}, {@code 5m}, {@code 1h}; a number alone is seconds. */
final class TimeLimit {
    private static final Pattern FORM = Pattern.compile("(?<number>[1-9][0-9]{0,6})(?<unit>[smh]?)");

    private TimeLimit() {}

    static Duration parse(String text) throws Stop {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new Stop(NetworkWording.badTimeout(text));
        }
        long number = Long.parseLong(form.group("number"));
        return switch (form.group("unit")) {
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofSeconds(number);
        };
    }
}
