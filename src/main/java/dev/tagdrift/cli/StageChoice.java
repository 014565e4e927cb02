package dev.tagdrift.cli;

import dev.tagdrift.dockerfile.BuildStage;
import dev.tagdrift.dockerfile.Pulls;
import dev.tagdrift.enforce.BaseImage;
import dev.tagdrift.image.Platform;
import dev.tagdrift.lockfile.Lockfile;
import dev.tagdrift.report.VerifyWording;
import dev.tagdrift.report.Wording;
import dev.tagdrift.source.WorkTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The stage of a Dockerfile that an image was built from. */
final class StageChoice {
    private final Workspace workspace;
    private final String path;
    private final byte[] content;
    private final Optional<String> target;

    StageChoice(Workspace workspace, Path file, Optional<String> target) throws Stop {
        this.workspace = workspace;
        this.path = workspace.inventory().files().getFirst().path();
        this.target = target;
        try {
            this.content = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new Stop(Wording.notReadable(path, Reasons.of(e)));
        }
    }

    /** The Dockerfile, relative to the root. */
    String path() {
        return path;
    }

    /** The line of its FROM; fails if there is no such stage. */
    int line() throws Stop {
        List<BuildStage> stages = stages(Platform.LINUX_AMD64);
        if (stages.isEmpty() && target.isPresent()) {
            throw new Stop(VerifyWording.noStage(path, target.get()));
        }
        return stages.stream().findFirst().map(BuildStage::line).orElse(0);
    }

    /** What the stage begins with in a build for this platform; a matrix of builds can have several. */
    List<BaseImage> bases(Platform platform, Lockfile lockfile) {
        List<BaseImage> bases = stages(platform).stream()
                .map(stage -> switch (stage.root()) {
                    case BuildStage.Root.Image image -> BaseImage.of(image.reference(), lockfile);
                    case BuildStage.Root.Nothing nothing -> new BaseImage.Nothing();
                    case BuildStage.Root.Unknown unknown -> new BaseImage.Unread();
                })
                .distinct()
                .toList();
        return bases.isEmpty() ? List.of(new BaseImage.Unread()) : bases;
    }

    private List<BuildStage> stages(Platform platform) {
        WorkTree tree =
                new WorkTree(workspace.root().folder(), workspace.settings().builtFor(List.of(platform)));
        return tree.builds(path, content).stream()
                .flatMap(pulls -> chosen(pulls).stream())
                .toList();
    }

    /** As a builder understands {@code --target}: a name in whatever case, of two the last, or a number. */
    private Optional<BuildStage> chosen(Pulls pulls) {
        return pulls.stages().stream()
                .filter(stage -> target.map(wanted -> isMeant(stage, wanted)).orElse(true))
                .reduce((first, last) -> last);
    }

    private static boolean isMeant(BuildStage stage, String wanted) {
        return stage.name().map(wanted::equalsIgnoreCase).orElse(false)
                || wanted.equals(Integer.toString(stage.index()));
    }
}
