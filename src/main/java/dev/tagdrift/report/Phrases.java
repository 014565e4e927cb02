package dev.tagdrift.report;

import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.ImageReference.Digested;
import dev.tagdrift.image.ImageReference.Pinned;
import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.report.Message.Fact;
import dev.tagdrift.source.ImageUse;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The parts that sentences are made of. */
final class Phrases {
    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;

    /** In characters, of the values of variables and labels. */
    private static final int LONGEST = 300;

    /** What a fact is called that names more places. */
    static final String ALSO_AT = "also at";

    private Phrases() {}

    /** Marks words that stand in a file or can be typed. */
    static String code(String text) {
        return "`" + text + "`";
    }

    static String digest(Digest digest) {
        return digest.abbreviated();
    }

    static String built(Optional<Instant> created) {
        return created.map(time -> "  built " + day(time)).orElse("");
    }

    /** In UTC. A stranger may tell a time that calendars do not have, so none is asked. */
    static String day(Instant time) {
        String text = time.toString();
        return text.substring(0, text.indexOf('T'));
    }

    /** What became of the release of the system, as far as it is known. */
    static Optional<String> release(Optional<String> locked, Optional<String> current) {
        if (locked.equals(current)) {
            return locked.map(os -> os + ", as locked");
        }
        if (locked.isEmpty()) {
            return current.map(os -> os + "; that of the locked image is not known");
        }
        return locked.map(
                os -> current.map(now -> os + " -> " + now).orElse(os + "; that of the current image is not known"));
    }

    /** What was and what is: {@code 3.12.3 -> 3.12.4}. */
    static String change(Optional<String> locked, Optional<String> current) {
        return locked.map(Phrases::quoted).orElse("not set") + " -> "
                + current.map(Phrases::quoted).orElse("not set");
    }

    private static String quoted(String value) {
        return value.isEmpty() ? "empty" : cut(value);
    }

    /** What a stranger wrote may be of any length: the beginning of it tells enough. */
    static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }

    /** Bytes in the units that registries show: {@code 29.1 MB}. */
    static String size(long bytes) {
        return bytes < 1_000_000
                ? (bytes + 999) / 1000 + " kB"
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1_000_000.0);
    }

    /** The name without a digest, as people write it. */
    static String name(ImageReference reference) {
        return switch (reference) {
            case Tagged tagged -> tagged.familiar();
            case Pinned pinned -> pinned.name().familiar();
            case Digested digested -> digested.repository().familiar();
        };
    }

    static String list(Collection<?> things) {
        return things.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    /** Several words that can be typed, such as {@code `a` or `b`}. */
    static String codes(String between, Collection<String> texts) {
        return texts.stream().map(Phrases::code).collect(Collectors.joining(between));
    }

    /** {@code 1 image}, {@code 2 images}. */
    static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** A length of time in the largest unit that tells it in full: {@code 6 hours}, {@code 90 seconds}, never none. */
    static String time(Duration time) {
        long seconds = Math.max(1, time.plusMillis(500).toSeconds());
        if (seconds % HOUR == 0) {
            return count(seconds / HOUR, "hour");
        }
        return seconds % MINUTE == 0 ? count(seconds / MINUTE, "minute") : count(seconds, "second");
    }

    /** What takes the place of things for which there is no room. */
    static String more(int things) {
        return "and " + things + " more";
    }

    static String where(List<ImageUse> uses) {
        return uses.isEmpty() ? "" : uses.getFirst().location().toString();
    }

    static Optional<Fact> alsoAt(List<ImageUse> uses) {
        List<String> others = uses.stream()
                .skip(1)
                .map(use -> use.location().toString())
                .distinct()
                .toList();
        return others.isEmpty() ? Optional.empty() : Optional.of(new Fact(ALSO_AT, others));
    }
}
