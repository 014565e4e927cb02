package dev.tagdrift.cli;

import dev.tagdrift.drift.CacheComparison;
import dev.tagdrift.drift.Comparer;
import dev.tagdrift.drift.Comparison;
import dev.tagdrift.drift.Ignores;
import dev.tagdrift.drift.Judge;
import dev.tagdrift.lockfile.LockfileReading;
import dev.tagdrift.report.Bulletin;
import dev.tagdrift.report.CheckJson;
import dev.tagdrift.report.Explanations;
import dev.tagdrift.report.HtmlPage;
import dev.tagdrift.report.Past;
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
        Screen screen = new Screen(options, surroundings);
        return screen.run(() -> compare(true, false, screen, (workspace, images) -> Past.NONE));
    }

    /** Tells, explains and remembers. */
    int report(HistoryOptions history, boolean explain) throws Stop {
        Screen screen = new Screen(options, surroundings);
        screen.spare(
                history.file.stream()
                        .map(surroundings.workingDirectory()::resolve)
                        .toList(),
                Reasons.HISTORY);
        return screen.run(() -> compare(false, explain, screen, new Remembering(history, surroundings)::past));
    }

    private int compare(
            boolean failOnDrift,
            boolean explain,
            Screen screen,
            BiFunction<Workspace, List<Comparison>, Past> remembering)
            throws Stop {
        Workspace workspace = Workspace.open(options, surroundings, screen);
        workspace.tellSkipped(screen);
        LockfileReading reading = workspace.readLockfile();
        boolean locked = reading instanceof LockfileReading.Present;
        Seen seen = look(workspace, new Comparer(workspace.inventory(), reading.lockfileOrEmpty()), explain, screen);
        List<Comparison> images = withCache(seen.images(), workspace);
        Report report = new Report(
                workspace.lockfile(),
                locked,
                failOnDrift,
                !how.offline,
                workspace.inventory(),
                images,
                judge(workspace),
                seen.quotas(),
                remembering.apply(workspace, images),
                seen.explanations());
        report.images().forEach(image -> screen.log(Wording.seen(image)));
        Document document = new Document(List.of(), Bulletin.of(report), exitCode -> CheckJson.of(report, exitCode))
                .withHtml(bulletin -> HtmlPage.of(report, workspace.root().name()));
        return screen.show(document, report.exitCode());
    }

    private Judge judge(Workspace workspace) {
        FailOn failOn = how.failOn.orElse(workspace.settings().failOn());
        LocalDate today = LocalDate.now(surroundings.clock().withZone(ZoneOffset.UTC));
        return new Judge(failOn, new Ignores(workspace.settings().ignores(), today));
    }

    private List<Comparison> withCache(List<Comparison> compared, Workspace workspace) {
        if (!how.local) {
            return compared;
        }
        try (LocalImages engine = LocalEngine.open(workspace.limit(), surroundings)) {
            return CacheComparison.with(compared, tag -> engine.find(tag.toString()));
        }
    }

    /** What registries told. */
    private record Seen(List<Comparison> images, Explanations explanations, SortedMap<String, Quota> quotas) {}

    private Seen look(Workspace workspace, Comparer comparer, boolean explain, Screen screen) throws Stop {
        int questions = comparer.questions().size() + comparer.digests().size();
        if (how.offline || questions == 0) {
            return new Seen(comparer.offline(), Explanations.NONE, new TreeMap<>());
        }
        try (Registries registries = Registries.open(workspace, options, surroundings, screen, questions)) {
            BatchResolver resolver = registries.resolver();
            List<Comparison> compared =
                    comparer.online(resolver.tags(comparer.questions()), resolver.digests(comparer.digests()));
            Explanations explanations = explain ? new Investigating(registries).explain(compared) : Explanations.NONE;
            return new Seen(compared, explanations, registries.quotas(screen));
        }
    }
}
