package dev.tagdrift.cli;

import dev.tagdrift.drift.AfterLock;
import dev.tagdrift.drift.Judge;
import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.lockfile.LockOutcome;
import dev.tagdrift.lockfile.LockPlanner;
import dev.tagdrift.lockfile.Lockfile;
import dev.tagdrift.lockfile.LockfileReading;
import dev.tagdrift.lockfile.Step;
import dev.tagdrift.lockfile.Step.Ask;
import dev.tagdrift.lockfile.Upgrade;
import dev.tagdrift.report.LockJson;
import dev.tagdrift.report.LockReport;
import dev.tagdrift.report.UsageWording;
import dev.tagdrift.report.Wording;
import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.Snapshot;
import dev.tagdrift.resolve.SnapshotQuestion;
import dev.tagdrift.settings.FailOn;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Carries a lock out: reads, plans, asks, writes, tells. */
final class Locking {
    private static final int ATTEMPTS = 3;

    private final CommonOptions options;
    private final Surroundings surroundings;

    Locking(CommonOptions options, Surroundings surroundings) {
        this.options = options;
        this.surroundings = surroundings;
    }

    int run(boolean upgradeAll, List<String> upgradeImages) throws Stop {
        Screen screen = new Screen(options, surroundings);
        return screen.run(() -> lock(upgradeAll, upgradeImages, screen));
    }

    private int lock(boolean upgradeAll, List<String> upgradeImages, Screen screen) throws Stop {
        Workspace workspace = Workspace.open(options, surroundings, screen);
        workspace.tellSkipped(screen);
        Upgrade upgrade = UpgradeChoice.of(upgradeAll, upgradeImages, workspace);
        return tell(write(workspace, upgrade, screen), screen);
    }

    /** Locks what the files name, and writes the lockfile. */
    LockReport write(Workspace workspace, Upgrade upgrade, Screen screen) throws Stop {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            LockfileReading before = workspace.readLockfile();
            LockOutcome outcome = resolve(workspace, before, upgrade, screen);
            // Whoever wrote it meanwhile knew something that this plan does not.
            if (workspace.readLockfile().equals(before)) {
                outcome.changes().forEach((name, change) -> screen.log(Wording.seen(name, change)));
                return report(workspace, before, outcome);
            }
        }
        throw new Stop(Wording.lockfileBusy(workspace.lockfile().path()));
    }

    private LockOutcome resolve(Workspace workspace, LockfileReading before, Upgrade upgrade, Screen screen)
            throws Stop {
        Lockfile lockfile = before.lockfileOrEmpty();
        SortedMap<Tagged, Step> plan = LockPlanner.plan(workspace.inventory(), lockfile, upgrade);
        return LockOutcome.of(plan, ask(plan, workspace, screen));
    }

    private static LockReport report(Workspace workspace, LockfileReading before, LockOutcome outcome) throws Stop {
        // A lockfile of nothing would look as if somebody had locked.
        boolean nothing = before instanceof LockfileReading.Absent
                && outcome.lockfile().images().isEmpty();
        return new LockReport(
                workspace.lockfile(),
                workspace.inventory(),
                outcome,
                !nothing && write(workspace, outcome.lockfile()),
                AfterLock.of(workspace.inventory(), outcome).stream()
                        .map(new Judge(FailOn.DIGEST)::judge)
                        .toList());
    }

    private Map<SnapshotQuestion, Answer<Optional<Snapshot>>> ask(
            SortedMap<Tagged, Step> plan, Workspace workspace, Screen screen) throws Stop {
        List<SnapshotQuestion> questions = plan.values().stream()
                .flatMap(step -> step instanceof Ask ask ? Stream.of(ask.question()) : Stream.empty())
                .distinct()
                .toList();
        if (questions.isEmpty()) {
            return Map.of();
        }
        try (Registries registries = Registries.open(workspace, options, surroundings, screen, questions.size())) {
            Map<SnapshotQuestion, Answer<Optional<Snapshot>>> answers =
                    registries.resolver().snapshots(questions);
            registries.quotas(screen);
            return answers;
        }
    }

    private static boolean write(Workspace workspace, Lockfile lockfile) throws Stop {
        try {
            return workspace.store().write(lockfile);
        } catch (IOException e) {
            throw new Stop(Wording.notWritten(workspace.lockfile().path(), Reasons.ofWriting(e)));
        }
    }

    private int tell(LockReport report, Screen screen) {
        Wording.nothingRemoved(report).ifPresent(screen::tell);
        List<String> flags = Stream.of(
                        options.buildArgs.isEmpty() ? "" : "--build-arg",
                        options.buildContexts.isEmpty() ? "" : "--build-context",
                        options.platforms.isEmpty() ? "" : "--platform")
                .filter(flag -> !flag.isEmpty())
                .toList();
        if (!flags.isEmpty()) {
            screen.tell(UsageWording.flagsNotKept(flags));
        }
        Document document = new Document(
                Wording.changes(report),
                Wording.lock(report),
                Wording.summary(report),
                exitCode -> LockJson.of(report, exitCode));
        return screen.show(document, report.exitCode());
    }
}
