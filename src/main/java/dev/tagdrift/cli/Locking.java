package dev.tagdrift.cli;

import dev.tagdrift.drift.Comparer;
import dev.tagdrift.drift.Judge;
import dev.tagdrift.drift.Verdict;
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
import dev.tagdrift.report.Wording;
import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.Snapshot;
import dev.tagdrift.resolve.SnapshotQuestion;
import dev.tagdrift.settings.FailOn;
import dev.tagdrift.source.Inventory;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Carries a lock out: reads, plans, asks, writes, tells. */
final class Locking {
    private final CommonOptions options;
    private final Surroundings surroundings;

    Locking(CommonOptions options, Surroundings surroundings) {
        this.options = options;
        this.surroundings = surroundings;
    }

    int run(boolean upgradeAll, List<String> upgradeImages) throws Stop {
        Screen screen = new Screen(options, surroundings);
        Workspace workspace = Workspace.open(options, surroundings);
        workspace.tellSkipped(screen);
        Inventory inventory = workspace.inventory();
        Upgrade upgrade = UpgradeChoice.of(upgradeAll, upgradeImages, inventory);
        Lockfile before = workspace.readLockfile() instanceof LockfileReading.Present present
                ? present.lockfile()
                : Lockfile.EMPTY;
        SortedMap<Tagged, Step> plan = LockPlanner.plan(inventory, before, upgrade);
        LockOutcome outcome = LockOutcome.of(plan, ask(plan, workspace, screen));
        LockReport report = new LockReport(
                workspace.lockfile(),
                inventory,
                outcome,
                write(workspace, outcome.lockfile()),
                remaining(inventory, outcome));
        tell(report, screen);
        return report.exitCode();
    }

    private Map<SnapshotQuestion, Answer<Optional<Snapshot>>> ask(
            SortedMap<Tagged, Step> plan, Workspace workspace, Screen screen) {
        List<SnapshotQuestion> questions = plan.values().stream()
                .flatMap(step -> step instanceof Ask ask ? Stream.of(ask.question()) : Stream.empty())
                .distinct()
                .toList();
        if (questions.isEmpty()) {
            return Map.of();
        }
        try (Registries registries = Registries.open(workspace.settings(), surroundings, screen)) {
            return registries.resolver().snapshots(questions);
        }
    }

    private static boolean write(Workspace workspace, Lockfile lockfile) throws Stop {
        try {
            return workspace.store().write(lockfile);
        } catch (IOException e) {
            throw new Stop(Wording.notWritten(workspace.lockfile(), Reasons.of(e)));
        }
    }

    /** What is out of step still, such as a pin that disagrees; what was not resolved is told as such. */
    private static List<Verdict> remaining(Inventory inventory, LockOutcome outcome) {
        Judge judge = new Judge(FailOn.DIGEST);
        return new Comparer(inventory, outcome.lockfile())
                .offline().stream()
                        .filter(image -> image.locked().isPresent())
                        .flatMap(image -> image.findings().stream())
                        .map(judge::judge)
                        .toList();
    }

    private void tell(LockReport report, Screen screen) throws Stop {
        Wording.nothingRemoved(report).ifPresent(sentence -> screen.tell(Wording.note("kept", sentence)));
        List<String> flags = Stream.of(
                        options.buildArgs.isEmpty() ? "" : "--build-arg",
                        options.buildContexts.isEmpty() ? "" : "--build-context",
                        options.platforms.isEmpty() ? "" : "--platform")
                .filter(flag -> !flag.isEmpty())
                .toList();
        if (!flags.isEmpty()) {
            screen.tell(Wording.flagsNotKept(flags));
        }
        report.outcome().changes().forEach((name, change) -> screen.log(Wording.seen(name, change)));
        screen.show(new Document(
                Wording.changes(report), Wording.lock(report), Wording.summary(report), () -> LockJson.of(report)));
    }
}
