package dev.tagdrift.cli;

import dev.tagdrift.drift.Finding.NotLocked;
import dev.tagdrift.drift.Judge;
import dev.tagdrift.drift.Verdict;
import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.lockfile.LockChange.Unresolved;
import dev.tagdrift.lockfile.Lockfile;
import dev.tagdrift.lockfile.LockfileReading;
import dev.tagdrift.lockfile.Upgrade;
import dev.tagdrift.pin.FileChange;
import dev.tagdrift.pin.FileRewriter;
import dev.tagdrift.pin.Goal;
import dev.tagdrift.report.LockReport;
import dev.tagdrift.report.PinJson;
import dev.tagdrift.report.PinReport;
import dev.tagdrift.report.PinReport.Mode;
import dev.tagdrift.report.UsageWording;
import dev.tagdrift.report.Wording;
import dev.tagdrift.settings.FailOn;
import dev.tagdrift.source.ImageUses;
import dev.tagdrift.source.Inventory;
import dev.tagdrift.source.ScanProblem.Unreadable;
import dev.tagdrift.source.ScannedFile;
import dev.tagdrift.source.WorkTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Carries a pin or an unpin out: reads, locks if that is asked for, writes the files, tells. */
final class Pinning {
    private final CommonOptions options;
    private final PinOptions pinning;
    private final Surroundings surroundings;

    Pinning(CommonOptions options, PinOptions pinning, Surroundings surroundings) {
        this.options = options;
        this.pinning = pinning;
        this.surroundings = surroundings;
    }

    int pin(boolean upgradeAll, List<String> upgradeImages) throws Stop {
        Screen screen = new Screen(options, surroundings);
        return screen.run(() -> {
            Mode mode = pinning.mode();
            boolean upgrades = upgradeAll || !upgradeImages.isEmpty();
            Workspace workspace = open(screen);
            if (upgrades && mode != Mode.WRITE) {
                throw new Stop(UsageWording.upgradeWrites(
                        UpgradeChoice.words(upgradeAll, upgradeImages),
                        mode == Mode.CHECK ? "--check" : "--dry-run",
                        workspace.lockfile()));
            }
            if (!upgrades) {
                return pin(workspace, mode, screen);
            }
            // The lockfile is written first: if this run ends here, the next pin brings the files up to it.
            LockReport lock = upgrade(workspace, upgradeAll, upgradeImages, screen);
            return tell(rewrite(workspace, mode, goal(lock), true, Optional.of(lock)), screen);
        });
    }

    int unpin() throws Stop {
        Screen screen = new Screen(options, surroundings);
        return screen.run(
                () -> tell(rewrite(open(screen), pinning.mode(), new Goal.Unpin(), true, Optional.empty()), screen));
    }

    private Workspace open(Screen screen) throws Stop {
        Workspace workspace = Workspace.open(options, surroundings, screen);
        workspace.tellSkipped(screen);
        return workspace;
    }

    private int pin(Workspace workspace, Mode mode, Screen screen) throws Stop {
        LockfileReading reading = workspace.readLockfile();
        boolean locked = reading instanceof LockfileReading.Present;
        Lockfile lockfile = reading.lockfileOrEmpty();
        Goal goal = new Goal.Pin(lockfile, Set.of());
        return tell(rewrite(workspace, mode, goal, locked, Optional.empty()), screen);
    }

    /** A lock to which the pins that may move are none. */
    private LockReport upgrade(Workspace workspace, boolean all, List<String> images, Screen screen) throws Stop {
        Inventory inventory = workspace.inventory();
        Upgrade upgrade = UpgradeChoice.of(all, images, workspace.with(inventory.withoutPins(any -> true)));
        Workspace free = workspace.with(inventory.withoutPins(upgrade::includes));
        return new Locking(options, surroundings).write(free, upgrade, screen);
    }

    private static Goal goal(LockReport lock) {
        Set<Tagged> unresolved = lock.outcome().changes().entrySet().stream()
                .filter(change -> change.getValue() instanceof Unresolved failed && failed.essential())
                .map(change -> change.getKey())
                .collect(Collectors.toSet());
        return new Goal.Pin(lock.outcome().lockfile(), unresolved);
    }

    private static PinReport rewrite(
            Workspace workspace, Mode mode, Goal goal, boolean locked, Optional<LockReport> lock) {
        Path root = workspace.root().folder();
        WorkTree tree = new WorkTree(root, workspace.settings());
        FileRewriter rewriter = new FileRewriter(root, path -> content -> tree.builds(path, content), goal);
        List<FileChange> files = workspace.inventory().files().stream()
                .filter(file -> file.problems().stream().noneMatch(Unreadable.class::isInstance))
                .map(ScannedFile::path)
                .map(path -> mode == Mode.WRITE ? rewriter.rewrite(path) : rewriter.preview(path))
                .toList();
        return new PinReport(
                workspace.lockfile(), locked, mode, workspace.inventory(), files, unknown(workspace, goal), lock);
    }

    private static List<Verdict> unknown(Workspace workspace, Goal goal) {
        return ImageUses.byName(workspace.inventory().uses()).values().stream()
                .filter(uses -> goal.wanted(uses.name()).isEmpty())
                .map(uses -> new NotLocked(uses.name(), uses.all()))
                .map(new Judge(FailOn.DIGEST)::judge)
                .toList();
    }

    private static int tell(PinReport report, Screen screen) {
        report.lock().flatMap(Wording::nothingRemoved).ifPresent(screen::tell);
        boolean shown = report.mode() == Mode.DRY_RUN;
        if (shown) {
            report.files().stream()
                    .filter(FileChange::differs)
                    .forEach(file -> screen.patch(TextDiff.patch(file.path(), file.before(), file.after())));
        }
        Document document = new Document(
                shown ? List.of() : Wording.changes(report),
                Wording.pin(report),
                Wording.summary(report),
                exitCode -> PinJson.of(report, exitCode));
        return screen.show(document, report.exitCode());
    }
}
