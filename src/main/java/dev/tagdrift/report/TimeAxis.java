package dev.tagdrift.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The time that all charts of a page share: what happened together stands together.
 *
 * @param from where it begins
 * @param to where it ends, which is later
 */
record TimeAxis(Instant from, Instant to) {
    /** Places are counted in thousandths. */
    static final int LENGTH = 1000;

    private static final int MOST_MARKS = 6;
    private static final Duration LEAST = Duration.ofDays(1);
    private static final List<Period> STEPS =
            List.of(Period.ofMonths(1), Period.ofMonths(3), Period.ofMonths(6), Period.ofYears(1), Period.ofYears(5));
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ROOT);

    /** Shows at least a day. */
    TimeAxis {
        to = Duration.between(from, to).compareTo(LEAST) < 0 ? from.plus(LEAST) : to;
    }

    /**
     * A date that is written beside the axis.
     *
     * @param place on the axis
     * @param label the month
     */
    record Mark(int place, String label) {
        String percent() {
            return TimeAxis.percent(place);
        }
    }

    /** Where a time stands. */
    int place(Instant time) {
        long whole = Duration.between(from, to).toSeconds();
        long part = Duration.between(from, time).toSeconds();
        return Math.clamp(part * LENGTH / whole, 0, LENGTH);
    }

    static String percent(int place) {
        return place / 10 + "." + place % 10 + "%";
    }

    /** The first days of months that are round enough to be few. */
    List<Mark> marks() {
        return STEPS.stream()
                .map(step -> dates(step).toList())
                .filter(dates -> dates.size() <= MOST_MARKS)
                .findFirst()
                .orElse(List.of())
                .stream()
                .map(date -> new Mark(place(start(date)), MONTH.format(date)))
                .toList();
    }

    private Stream<LocalDate> dates(Period step) {
        LocalDate year = from.atZone(ZoneOffset.UTC).toLocalDate().withDayOfYear(1);
        return Stream.iterate(year, date -> start(date).isBefore(to), date -> date.plus(step))
                .filter(date -> !start(date).isBefore(from));
    }

    private static Instant start(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
