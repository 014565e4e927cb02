package dev.tagdrift.source;

import dev.tagdrift.dockerfile.Dockerfile;
import dev.tagdrift.dockerfile.Pulls;
import dev.tagdrift.image.Platform;
import dev.tagdrift.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Finds the images of a Dockerfile, over all the builds that the settings know of it. */
final class DockerfileScanner {
    private final Settings settings;
    private final List<BuildPatterns> builds;

    /** A build of the settings, ready to be matched. */
    private record BuildPatterns(Patterns files, Settings.Arguments arguments) {}

    DockerfileScanner(Settings settings) {
        this.settings = settings;
        this.builds = settings.builds().stream()
                .map(build -> new BuildPatterns(new Patterns(build.files()), build.arguments()))
                .toList();
    }

    /** What the file names in any of its builds. */
    ScannedFile scan(String path, byte[] content) {
        UnitedUses united = new UnitedUses(path);
        evaluate(path, content, (pulls, configured) -> {
            pulls.pulls().forEach(pull -> united.add(pull, configured));
            pulls.problems().forEach(united::add);
            pulls.stages().forEach(united::add);
        });
        return united.file();
    }

    /** What each of its builds pulls. */
    List<Pulls> builds(String path, byte[] content) {
        List<Pulls> all = new ArrayList<>();
        evaluate(path, content, (pulls, configured) -> all.add(pulls));
        return all;
    }

    private void evaluate(String path, byte[] content, BiConsumer<Pulls, List<Platform>> each) {
        Dockerfile dockerfile = Dockerfile.parse(content);
        for (Settings.Arguments arguments : arguments(path)) {
            List<Platform> configured = arguments.platforms();
            for (Map<String, String> buildArgs : BuildMatrix.of(arguments, dockerfile.parameters())) {
                for (Platform target : configured.isEmpty() ? List.of(Platform.LINUX_AMD64) : configured) {
                    each.accept(dockerfile.evaluate(buildArgs, arguments.contexts(), target), configured);
                }
            }
        }
    }

    private List<Settings.Arguments> arguments(String path) {
        List<Settings.Arguments> matching = builds.stream()
                .filter(build -> build.files().matchFile(path))
                .map(BuildPatterns::arguments)
                .toList();
        return matching.isEmpty() ? List.of(settings.base()) : matching;
    }
}
