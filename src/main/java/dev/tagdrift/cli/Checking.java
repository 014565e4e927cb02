package dev.tagdrift.cli;

import dev.tagdrift.drift.CacheComparison;
import dev.tagdrift.drift.Comparer;
import dev.tagdrift.drift.Comparison;
import dev.tagdrift.drift.Ignores;
import dev.tagdrift.drift.Judge;
import dev.tagdrift.lockfile.Lockfile;
import dev.tagdrift.lockfile.LockfileReading;
import dev.tagdrift.report.CheckJson;
import dev.tagdrift.report.Report;
import dev.tagdrift.report.Wording;
import dev.tagdrift.resolve.BatchResolver;
import dev.tagdrift.resolve.LocalImages;
import dev.tagdrift.resolve.Quota;
import dev.tagdrift.settings.FailOn;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What check and report have in common: all but what the exit code says about drift. */
final class Checking {
    private final CommonOptions options;
    private final CheckOptions how;
    private final Surroundings surroundings;

    Checking(CommonOptions options, CheckOptions how, Surroundings surroundings) {
        this.options = options;
        this.how = how;
        this.surroundings = surroundings;
    }

    int run(boolean failOnDrift) throws Stop {
        Screen screen = new Screen(options, surroundings);
        return screen.run(() -> check(failOnDrift, screen));
    }

    private int check(boolean failOnDrift, Screen screen) throws Stop {
        Workspace workspace = Workspace.open(options, surroundings);
        workspace.tellSkipped(screen);
        LockfileReading reading = workspace.readLockfile();
        boolean locked = reading instanceof LockfileReading.Present;
        Lockfile lockfile = reading instanceof LockfileReading.Present present ? present.lockfile() : Lockfile.EMPTY;
        FailOn failOn = how.failOn.orElse(workspace.settings().failOn());
        Ignores ignores = new Ignores(
                workspace.settings().ignores(),
                LocalDate.now(surroundings.clock().withZone(ZoneOffset.UTC)));
        SortedMap<String, Quota> quotas = new TreeMap<>();
        Report report = new Report(
                workspace.lockfile(),
                locked,
                failOnDrift,
                !how.offline,
                workspace.inventory(),
                withCache(compare(workspace, new Comparer(workspace.inventory(), lockfile), screen, quotas)),
                new Judge(failOn, ignores),
                quotas);
        report.images().forEach(image -> screen.log(Wording.seen(image)));
        Document document =
                new Document(List.of(), Wording.check(report), Wording.summary(report), () -> CheckJson.of(report));
        return screen.show(document, report.exitCode());
    }

    private List<Comparison> withCache(List<Comparison> compared) {
        if (!how.local) {
            return compared;
        }
        try (LocalImages engine = LocalEngine.open(surroundings)) {
            return CacheComparison.with(compared, tag -> engine.find(tag.toString()));
        }
    }

    private List<Comparison> compare(
            Workspace workspace, Comparer comparer, Screen screen, SortedMap<String, Quota> quotas) throws Stop {
        int questions = comparer.questions().size() + comparer.digests().size();
        if (how.offline || questions == 0) {
            return comparer.offline();
        }
        try (Registries registries = Registries.open(workspace, options, surroundings, screen, questions)) {
            BatchResolver resolver = registries.resolver();
            List<Comparison> compared =
                    comparer.online(resolver.tags(comparer.questions()), resolver.digests(comparer.digests()));
            quotas.putAll(registries.quotas(screen));
            return compared;
        }
    }
}
