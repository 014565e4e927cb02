package dev.tagdrift.settings;

import java.util.List;
import java.util.Optional;

/** Why the settings cannot be used. */
public sealed interface SettingsProblem {
    /** Where in the file, from 1. */
    int line();

    /**
     * The text is no YAML.
     *
     * @param line where the parser gave up
     * @param reason in the parser's words
     */
    record NotYaml(int line, String reason) implements SettingsProblem {}

    /**
     * The text is YAML that settings have no use for.
     *
     * @param line of it
     * @param feature that is not read
     */
    record NotSupported(int line, Feature feature) implements SettingsProblem {}

    /** What YAML has and settings do not. */
    enum Feature {
        /** {@code *name}, which can make a small file huge. */
        ALIAS,
        /** {@code !name}. */
        TAG,
        /** More than one document. */
        SEVERAL_DOCUMENTS,
        /** More levels than settings have. */
        DEEP_NESTING,
        /** More than 1 MiB. */
        SIZE
    }

    /**
     * A key that settings do not know.
     *
     * @param line of the key
     * @param key as written
     * @param nearest the known key it resembles, if any
     * @param known the keys that may stand there
     */
    record UnknownKey(int line, String key, Optional<String> nearest, List<String> known) implements SettingsProblem {}

    /**
     * One key twice in one mapping.
     *
     * @param line of the second
     * @param key that they are
     * @param first line of the first
     */
    record DuplicateKey(int line, String key, int first) implements SettingsProblem {}

    /**
     * A key that must be there is not.
     *
     * @param line where its mapping begins
     * @param keys of which one is missing; of one, that one
     */
    record MissingKey(int line, List<String> keys) implements SettingsProblem {
        /** Copies the list. */
        public MissingKey {
            keys = List.copyOf(keys);
        }

        MissingKey(int line, String... keys) {
            this(line, List.of(keys));
        }
    }

    /**
     * The value is of another kind than the key takes.
     *
     * @param line of the value's key, or of the item in a list
     * @param key that the value belongs to; empty for the whole file
     * @param expected kind
     * @param found kind
     */
    record WrongType(int line, String key, Kind expected, Kind found) implements SettingsProblem {}

    /** The kinds of value. */
    enum Kind {
        /** One text, number or truth value. */
        TEXT,
        /** A text, or a list of texts. */
        TEXT_OR_LIST,
        /** A list. */
        LIST,
        /** Keys and values. */
        MAPPING,
        /** A key without a value, or an item without content. */
        NOTHING
    }

    /**
     * A list that must have items has none.
     *
     * @param line of its key
     * @param key of the list
     */
    record NoValues(int line, String key) implements SettingsProblem {}

    /**
     * A text that its key cannot take.
     *
     * @param line of the text
     * @param key that it belongs to
     * @param value as written, without credentials
     * @param expected what the key takes
     * @param nearest the allowed value it resembles, if any
     */
    record BadValue(int line, String key, String value, Expected expected, Optional<String> nearest)
            implements SettingsProblem {}

    /** What a text must be. */
    enum Expected {
        /** {@code digest}, {@code platform} or {@code os}. */
        FAIL_ON,
        /** {@code os/architecture[/variant]}. */
        PLATFORM,
        /** A pattern in the syntax of gitignore that can match something. */
        PATTERN,
        /** {@code true} or {@code false}. */
        TRUTH,
        /** The host of a registry, as references name it. */
        REGISTRY,
        /** An http or https address without credentials, query and fragment. */
        WEB_ADDRESS,
        /** The name of a build argument. */
        ARGUMENT_NAME,
        /** The kind of a finding, such as {@code tag-moved}. */
        FINDING,
        /** A day, as {@code 2027-01-31}. */
        DATE,
        /** A pattern of names that is not empty. */
        GLOB,
        /** A whole number from 1. */
        NUMBER,
        /** The name of a file. */
        FILE
    }

    /**
     * The lists of build arguments ask for more builds than anybody means.
     *
     * @param line of {@code build-args}
     * @param most that are allowed
     */
    record TooManyBuilds(int line, int most) implements SettingsProblem {}
}
