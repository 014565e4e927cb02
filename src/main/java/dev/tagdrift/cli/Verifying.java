package dev.tagdrift.cli;

import dev.tagdrift.enforce.Verifier;
import dev.tagdrift.lockfile.Lockfile;
import dev.tagdrift.lockfile.LockfileReading;
import dev.tagdrift.report.VerifyJson;
import dev.tagdrift.report.VerifyReport;
import dev.tagdrift.report.VerifyReport.Verified;
import dev.tagdrift.report.VerifyWording;
import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.LocalImages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Verifies one image: finds it, finds what it should begin with, and compares. */
final class Verifying {
    private static final List<String> USUAL = List.of("Dockerfile", "Containerfile");

    private final VerifyOptions options;
    private final Surroundings surroundings;

    Verifying(VerifyOptions options, Surroundings surroundings) {
        this.options = options;
        this.surroundings = surroundings;
    }

    int run() throws Stop {
        Screen screen = new Screen(options, surroundings);
        return screen.run(() -> verify(ImageArgument.parse(options.image), screen));
    }

    private int verify(ImageArgument image, Screen screen) throws Stop {
        String file = options.dockerfile.isPresent() ? options.dockerfile.get() : usualFile();
        options.dockerfile = Optional.of(file);
        Workspace workspace = Workspace.open(options, surroundings, screen);
        LockfileReading reading = workspace.readLockfile();
        Lockfile lockfile = reading.lockfileOrEmpty();
        StageChoice stage =
                new StageChoice(workspace, surroundings.workingDirectory().resolve(file), options.target);
        int line = stage.line();
        try (LocalImages engine = LocalEngine.open(workspace.limit(), surroundings);
                Registries registries = Registries.open(workspace, options, surroundings, screen, 1)) {
            ImageSource source = new ImageSource(engine, registries.client(), SettingsSource.platforms(options));
            Verifier verifier = new Verifier(engine, registries.client(), registries.client());
            ImageSource.Sought sought = source.find(image);
            Answer<List<Verified>> platforms = sought.images()
                    .then(images -> new Answer.Found<>(images.stream()
                            .map(built -> new Verified(
                                    built, verifier.verify(built, stage.bases(built.platform(), lockfile))))
                            .toList()));
            VerifyReport report = new VerifyReport(
                    workspace.lockfile(),
                    image.name(),
                    stage.path(),
                    line,
                    platforms,
                    sought.missing(),
                    sought.engine());
            VerifyWording wording = new VerifyWording(report);
            return screen.show(
                    new Document(
                            wording.lines(),
                            wording.messages(),
                            wording.summary(),
                            exitCode -> VerifyJson.of(report, exitCode)),
                    report.exitCode());
        }
    }

    /** What a builder takes when nobody names a file. */
    private String usualFile() throws Stop {
        Path here = surroundings.workingDirectory();
        return USUAL.stream()
                .filter(name -> Files.exists(here.resolve(name)))
                .findFirst()
                .orElseThrow(() -> new Stop(VerifyWording.noDockerfile(USUAL)));
    }
}
