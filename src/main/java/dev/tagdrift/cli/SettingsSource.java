package dev.tagdrift.cli;

import dev.tagdrift.image.Platform;
import dev.tagdrift.report.UsageWording;
import dev.tagdrift.report.Wording;
import dev.tagdrift.settings.Settings;
import dev.tagdrift.settings.Settings.Arguments;
import dev.tagdrift.settings.Settings.Build;
import dev.tagdrift.settings.SettingsFile;
import dev.tagdrift.settings.SettingsReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the settings of a run come from: the file of the root, or the one that is named, under the flags. */
final class SettingsSource {
    private SettingsSource() {}

    static Settings read(Root root, CommonOptions options, Path workingDirectory) throws Stop {
        Settings settings = file(root, options, workingDirectory);
        List<Platform> platforms = platforms(options);
        return settings.withBase(over(settings.base(), options, platforms))
                .withBuilds(settings.builds().stream()
                        .map(build -> new Build(build.files(), over(build.arguments(), options, platforms)))
                        .toList());
    }

    private static Settings file(Root root, CommonOptions options, Path workingDirectory) throws Stop {
        Path file = root.settings(options, workingDirectory);
        if (options.config.isEmpty() && Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Settings.NONE;
        }
        String shown = root.shown(file);
        try {
            return switch (SettingsFile.read(Files.readString(file))) {
                case SettingsReading.Read(Settings settings) -> settings;
                case SettingsReading.Rejected rejected ->
                    throw new Stop(rejected.problems().stream()
                            .map(problem -> Wording.settings(shown, problem))
                            .toList());
            };
        } catch (IOException e) {
            throw new Stop(Wording.notReadable(shown, Reasons.of(e)));
        }
    }

    /** Those of the command line. */
    static List<Platform> platforms(CommonOptions options) throws Stop {
        List<Platform> platforms = new ArrayList<>();
        for (String text : options.platforms) {
            platforms.add(Platform.parse(text).orElseThrow(() -> new Stop(UsageWording.badPlatform(text))));
        }
        return platforms;
    }

    private static Arguments over(Arguments arguments, CommonOptions options, List<Platform> platforms) {
        Map<String, List<String>> values = new LinkedHashMap<>(arguments.buildArgs());
        options.buildArgs.forEach((name, value) -> values.put(name, List.of(value)));
        Map<String, String> contexts = new LinkedHashMap<>(arguments.contexts());
        contexts.putAll(options.buildContexts);
        return new Arguments(values, platforms.isEmpty() ? arguments.platforms() : platforms, contexts);
    }
}
