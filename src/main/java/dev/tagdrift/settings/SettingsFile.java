package dev.tagdrift.settings;

import dev.tagdrift.image.Platform;
import dev.tagdrift.settings.Settings.Arguments;
import dev.tagdrift.settings.Settings.Build;
import dev.tagdrift.settings.SettingsProblem.Expected;
import dev.tagdrift.settings.SettingsProblem.MissingKey;
import dev.tagdrift.settings.SettingsProblem.TooManyBuilds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the text of {@code tagdrift.yaml}. A new key is one line in the method that reads its section. */
public final class SettingsFile {
    /** More builds of one file than anybody means, and far fewer than a matrix can ask for. */
    private static final int MOST_BUILDS = 1000;

    private final List<SettingsProblem> problems = new ArrayList<>();

    private SettingsFile() {}

    /** Reads all of the text, and collects every problem in it. */
    public static SettingsReading read(String text) {
        return new SettingsFile().reading(text);
    }

    private SettingsReading reading(String text) {
        Settings settings = new YamlText(text, problems)
                .root()
                .map(root -> new Entry("", YamlText.line(root.getStartMark()), root, problems))
                .map(entry -> settings(entry.section()))
                .orElse(Settings.NONE);
        return problems.isEmpty() ? new SettingsReading.Read(settings) : new SettingsReading.Rejected(problems);
    }

    private Settings settings(Section top) {
        var settings = new Settings(
                patterns(top, "include"),
                patterns(top, "exclude"),
                arguments(top),
                builds(top),
                top.get("fail-on").flatMap(this::failOn).orElse(FailOn.DIGEST),
                registries(top),
                top.get("ignore").map(new IgnoreSections(problems)::read).orElse(List.of()));
        top.rejectOthers();
        return settings;
    }

    private Arguments arguments(Section section) {
        List<Platform> platforms = section.get("platforms")
                .map(entry -> entry.readAll(Expected.PLATFORM, Platform::parse))
                .orElse(List.of());
        Map<String, List<String>> buildArgs =
                section.get("build-args").map(this::buildArgs).orElse(Map.of());
        Map<String, String> contexts =
                section.get("build-contexts").map(SettingsFile::contexts).orElse(Map.of());
        return new Arguments(buildArgs, platforms.stream().distinct().toList(), contexts);
    }

    private static Map<String, String> contexts(Entry entry) {
        Map<String, String> contexts = new LinkedHashMap<>();
        entry.section().all().forEach(context -> context.text().ifPresent(text -> contexts.put(context.key(), text)));
        return contexts;
    }

    private Map<String, List<String>> buildArgs(Entry entry) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        long builds = 1;
        for (Entry argument : entry.section().all()) {
            if (argument.key().isBlank() || argument.key().indexOf('=') >= 0) {
                argument.bad(argument.key(), Expected.ARGUMENT_NAME, Optional.empty());
            }
            argument.mustHaveItems();
            List<String> matrix = argument.texts().stream().distinct().toList();
            values.put(argument.key(), matrix);
            builds = Math.min(MOST_BUILDS + 1, builds * Math.max(1, matrix.size()));
        }
        if (builds > MOST_BUILDS) {
            problems.add(new TooManyBuilds(entry.line(), MOST_BUILDS));
        }
        return values;
    }

    private List<Build> builds(Section top) {
        Stream<Entry> items = top.get("builds").stream().flatMap(entry -> entry.list().stream());
        return items.map(item -> build(item.section())).toList();
    }

    private Build build(Section section) {
        Optional<Entry> files = section.get("files");
        if (files.isEmpty()) {
            problems.add(new MissingKey(section.line(), "files"));
        }
        files.ifPresent(Entry::mustHaveItems);
        var build = new Build(patterns(section, "files"), arguments(section));
        section.rejectOthers();
        return build;
    }

    private static List<String> patterns(Section section, String key) {
        return section.get(key)
                .map(entry -> entry.readAll(
                        Expected.PATTERN, text -> Optional.of(text).filter(IgnorePattern::canMatch)))
                .orElse(List.of());
    }

    private Optional<FailOn> failOn(Entry entry) {
        List<String> names = Stream.of(FailOn.values())
                .map(one -> one.name().toLowerCase(Locale.ROOT))
                .toList();
        return entry.read(Expected.FAIL_ON, names, name -> FailOn.valueOf(name.toUpperCase(Locale.ROOT)));
    }

    private Map<String, RegistrySettings> registries(Section top) {
        return top.get("registries")
                .map(entry -> new RegistrySections(problems).read(entry.section()))
                .orElse(Map.of());
    }
}
