package dev.tagdrift.cli;

import dev.tagdrift.drift.CacheComparison;
import dev.tagdrift.drift.Comparer;
import dev.tagdrift.drift.Comparison;
import dev.tagdrift.drift.Ignores;
import dev.tagdrift.drift.Judge;
import dev.tagdrift.lockfile.Lockfile;
import dev.tagdrift.lockfile.LockfileReading;
import dev.tagdrift.report.Bulletin;
import dev.tagdrift.report.CheckJson;
import dev.tagdrift.report.Past;
import dev.tagdrift.report.Report;
import dev.tagdrift.report.Wording;
import dev.tagdrift.resolve.BatchResolver;
import dev.tagdrift.resolve.LocalImages;
import dev.tagdrift.resolve.Quota;
import dev.tagdrift.settings.FailOn;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

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

    /** Fails on drift. */
    int check() throws Stop {
        Screen screen = new Screen(options, EnumSet.allOf(Format.class), surroundings);
        return screen.run(() -> compare(true, screen, (workspace, images) -> Past.NONE));
    }

    /** Tells, and remembers. */
    int report(HistoryOptions history) throws Stop {
        Screen screen = new Screen(options, EnumSet.allOf(Format.class), surroundings);
        return screen.run(() -> compare(false, screen, new Remembering(history, surroundings)::past));
    }

    private int compare(boolean failOnDrift, Screen screen, BiFunction<Workspace, List<Comparison>, Past> remembering)
            throws Stop {
        Workspace workspace = Workspace.open(options, surroundings);
        workspace.tellSkipped(screen);
        LockfileReading reading = workspace.readLockfile();
        boolean locked = reading instanceof LockfileReading.Present;
        Lockfile lockfile = reading.lockfileOrEmpty();
        FailOn failOn = how.failOn.orElse(workspace.settings().failOn());
        Ignores ignores = new Ignores(
                workspace.settings().ignores(),
                LocalDate.now(surroundings.clock().withZone(ZoneOffset.UTC)));
        SortedMap<String, Quota> quotas = new TreeMap<>();
        List<Comparison> images =
                withCache(compare(workspace, new Comparer(workspace.inventory(), lockfile), screen, quotas));
        Report report = new Report(
                workspace.lockfile(),
                locked,
                failOnDrift,
                !how.offline,
                workspace.inventory(),
                images,
                new Judge(failOn, ignores),
                quotas,
                remembering.apply(workspace, images));
        report.images().forEach(image -> screen.log(Wording.seen(image)));
        Document document = new Document(List.of(), Bulletin.of(report), () -> CheckJson.of(report));
        return screen.show(document, report.exitCode());
    }

    private List<Comparison> withCache(List<Comparison> compared) throws Stop {
        if (!how.local) {
            return compared;
        }
        try (LocalImages engine = LocalEngine.open(options, surroundings)) {
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
