package dev.tagdrift.report;

import static dev.tagdrift.report.Phrases.code;

import dev.tagdrift.settings.SettingsProblem;
import dev.tagdrift.settings.SettingsProblem.BadValue;
import dev.tagdrift.settings.SettingsProblem.DuplicateKey;
import dev.tagdrift.settings.SettingsProblem.Expected;
import dev.tagdrift.settings.SettingsProblem.Feature;
import dev.tagdrift.settings.SettingsProblem.MissingKey;
import dev.tagdrift.settings.SettingsProblem.NoValues;
import dev.tagdrift.settings.SettingsProblem.NotSupported;
import dev.tagdrift.settings.SettingsProblem.NotYaml;
import dev.tagdrift.settings.SettingsProblem.TooManyBuilds;
import dev.tagdrift.settings.SettingsProblem.UnknownKey;
import dev.tagdrift.settings.SettingsProblem.WrongType;
import java.util.List;
import java.util.Optional;

/** The words for settings that cannot be used. */
final class SettingsWording {
    private SettingsWording() {}

    static Message message(String path, SettingsProblem problem) {
        return new Message(
                Kind.ERROR,
                Id.BAD_SETTINGS,
                path + ":" + problem.line(),
                sentence(problem),
                List.of(),
                hint(problem).map(List::of).orElse(List.of()));
    }

    private static String sentence(SettingsProblem problem) {
        return switch (problem) {
            case NotYaml notYaml -> "the settings are not YAML from here on: " + notYaml.reason();
            case NotSupported notSupported -> feature(notSupported.feature());
            case UnknownKey unknown -> "the key " + code(unknown.key()) + " is not known here";
            case DuplicateKey duplicate ->
                "the key " + code(duplicate.key()) + " stands in line " + duplicate.first() + " already";
            case MissingKey missing -> "the key " + Phrases.codes(" or ", missing.keys()) + " is missing here";
            case WrongType wrong ->
                (wrong.key().isEmpty() ? "the settings are " : code(wrong.key()) + " is ") + kind(wrong.found())
                        + " where " + kind(wrong.expected()) + " belongs";
            case NoValues none -> code(none.key()) + " has no values";
            case BadValue bad -> code(bad.value()) + " is not " + expected(bad.expected());
            case TooManyBuilds many -> "these lists make more than " + many.most() + " builds of each file";
        };
    }

    private static String feature(Feature feature) {
        return switch (feature) {
            case ALIAS -> "an alias (`*name`) is not read in settings";
            case TAG -> "a tag (`!name`) is not read in settings";
            case SEVERAL_DOCUMENTS -> "the settings are one document, and here a second one begins";
            case DEEP_NESTING -> "nothing in settings is nested so deep";
            case SIZE -> "the settings are larger than 1 MiB, which none are";
        };
    }

    private static String kind(SettingsProblem.Kind kind) {
        return switch (kind) {
            case TEXT -> "a text";
            case TEXT_OR_LIST -> "a text or a list";
            case LIST -> "a list";
            case MAPPING -> "a mapping of keys to values";
            case NOTHING -> "nothing";
        };
    }

    private static String expected(Expected expected) {
        return switch (expected) {
            case FAIL_ON -> "`digest`, `platform` or `os`";
            case PLATFORM -> "a platform such as `linux/arm64`";
            case PATTERN -> "a pattern that can match a file";
            case TRUTH -> "`true` or `false`";
            case REGISTRY -> "the host of a registry, such as `docker.io` or `registry.internal:5000`";
            case WEB_ADDRESS -> "an http or https address without credentials";
            case ARGUMENT_NAME -> "the name of a build argument";
            case FINDING -> "a finding that can be ignored, such as `tag-moved`";
            case DATE -> "a day, such as `2027-01-31`";
            case GLOB -> "a pattern that can match a name";
            case NUMBER -> "a whole number from 1";
            case FILE -> "the name of a file";
        };
    }

    private static Optional<String> hint(SettingsProblem problem) {
        return switch (problem) {
            case UnknownKey unknown ->
                Optional.of(unknown.nearest()
                        .map(near -> UsageWording.meant(List.of(near)))
                        .orElse("known here are " + Phrases.list(unknown.known())));
            case BadValue bad -> bad.nearest().map(near -> UsageWording.meant(List.of(near)));
            case NotYaml notYaml -> Optional.empty();
            case NotSupported notSupported -> Optional.empty();
            case DuplicateKey duplicate -> Optional.of("keep one of the two");
            case MissingKey missing -> Optional.of("add it, or take the whole entry out");
            case WrongType wrong -> Optional.empty();
            case NoValues none -> Optional.of("give it one, or take it out");
            case TooManyBuilds many -> Optional.of("split the files over several `builds`");
        };
    }
}
