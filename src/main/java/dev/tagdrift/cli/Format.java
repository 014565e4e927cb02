package dev.tagdrift.cli;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The formats that a command can write. */
enum Format {
    /** For people and logs. */
    TEXT("txt"),
    /** For programs. */
    JSON("json"),
    /** For a comment on a pull request. */
    MARKDOWN("md"),
    /** For a browser. */
    HTML("html", "htm"),
    /** For code scanning. */
    SARIF("sarif", "sarif.json"),
    /** For whatever reads test results. */
    JUNIT("xml"),
    /** For the log of a workflow on GitHub, as annotations. */
    GITHUB,
    /** For Code Quality on GitLab. */
    GITLAB;

    /** What every command can write. */
    static final Set<Format> USUAL = EnumSet.of(TEXT, JSON);

    /** What an explanation can be written in. */
    static final Set<Format> EXPLANATION = EnumSet.of(TEXT, JSON, MARKDOWN);

    /** What a check can be written in. */
    static final Set<Format> ALL = EnumSet.allOf(Format.class);

    // What List.of makes is immutable.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> suffixes;

    Format(String... suffixes) {
        this.suffixes = List.of(suffixes);
    }

    /** The names that a shell offers. */
    abstract static class Names implements Iterable<String> {
        private final Set<Format> formats;

        Names(Set<Format> formats) {
            this.formats = formats;
        }

        @Override
        public Iterator<String> iterator() {
            return formats.stream().map(Format::toString).iterator();
        }
    }

    /** The names of {@link #USUAL}. */
    static final class UsualNames extends Names {
        UsualNames() {
            super(USUAL);
        }
    }

    /** The names of {@link #EXPLANATION}. */
    static final class ExplanationNames extends Names {
        ExplanationNames() {
            super(EXPLANATION);
        }
    }

    /** The names of {@link #ALL}. */
    static final class AllNames extends Names {
        AllNames() {
            super(ALL);
        }
    }

    /** Reads the value of an option. */
    static final class Converter implements ITypeConverter<Format> {
        @Override
        public Format convert(String value) {
            return named(value).orElseThrow(() -> new TypeConversionException(value));
        }
    }

    /** By its name, or by its suffix as a short one. */
    static Optional<Format> named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.toString().equals(lower) || format.suffixes.contains(lower))
                .findFirst();
    }

    /** By the longest suffix: {@code found.sarif.json} is SARIF. */
    static Optional<Format> ofFile(String file) {
        return Arrays.stream(values())
                .filter(format -> format.suffixOf(file) > 0)
                .max(Comparator.comparingInt(format -> format.suffixOf(file)));
    }

    private int suffixOf(String file) {
        String lower = file.toLowerCase(Locale.ROOT);
        return suffixes.stream()
                .filter(suffix -> lower.endsWith("." + suffix))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
