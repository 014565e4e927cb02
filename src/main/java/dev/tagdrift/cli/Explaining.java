package dev.tagdrift.cli;

import dev.tagdrift.explain.Explainer;
import dev.tagdrift.explain.Explainer.Question;
import dev.tagdrift.explain.Outcome;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.ImageReference.Digested;
import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.image.InvalidReferenceException;
import dev.tagdrift.image.Platform;
import dev.tagdrift.lockfile.LockedImage;
import dev.tagdrift.lockfile.Lockfile;
import dev.tagdrift.report.Bulletin;
import dev.tagdrift.report.ExplainJson;
import dev.tagdrift.report.ExplainReport;
import dev.tagdrift.report.UsageWording;
import dev.tagdrift.settings.NearMatch;
import dev.tagdrift.source.ImageUses;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Carries an explanation out: finds the two images, asks, tells. */
final class Explaining {
    private static final int SUGGESTIONS = 3;

    private final CommonOptions options;
    private final Surroundings surroundings;

    Explaining(CommonOptions options, Surroundings surroundings) {
        this.options = options;
        this.surroundings = surroundings;
    }

    int run(List<String> references, boolean packages) throws Stop {
        Screen screen = new Screen(options, surroundings);
        return screen.run(() -> explain(references, packages, screen));
    }

    private int explain(List<String> references, boolean packages, Screen screen) throws Stop {
        if (references.size() > 2) {
            throw new Stop(UsageWording.tooManyImages(references.size()));
        }
        Workspace workspace = Workspace.unchecked(options, surroundings, screen);
        Question question = references.size() == 1
                ? locked(parse(references.getFirst()), workspace)
                : between(parse(references.getFirst()), parse(references.getLast()), workspace);
        Outcome outcome;
        try (Registries registries = Registries.open(workspace, options, surroundings, screen, 1)) {
            outcome = new Explainer(registries.resolver(), registries.packages()).explain(question);
            registries.quotas(screen);
        }
        ExplainReport report = new ExplainReport(
                question.locked().familiar(), question.current().familiar(), outcome, references.size() > 1, packages);
        return screen.show(
                new Document(
                        report::lines,
                        Bulletin.of(report.messages(), report.summary(), report.exitCode()),
                        report::markdown,
                        exitCode -> ExplainJson.of(report, exitCode)),
                report.exitCode());
    }

    private static ImageReference parse(String reference) throws Stop {
        try {
            return ImageReference.parse(reference);
        } catch (InvalidReferenceException e) {
            throw new Stop(UsageWording.badImage(e));
        }
    }

    /** What is locked against what the tag names now. */
    private Question locked(ImageReference reference, Workspace workspace) throws Stop {
        Lockfile lockfile = workspace.readLockfile().lockfileOrEmpty();
        Tagged name = reference.tagged().orElseThrow(() -> new Stop(UsageWording.nothingToCompare(reference)));
        LockedImage locked = lockfile.get(name)
                .orElseThrow(
                        () -> new Stop(UsageWording.notInLockfile(name, workspace.lockfile(), near(name, lockfile))));
        return new Question(
                new Digested(name.repository(), locked.digest()),
                name,
                platforms(name, workspace),
                Optional.of(Investigating.remembered(locked)),
                Optional.of(name));
    }

    private Question between(ImageReference before, ImageReference after, Workspace workspace) {
        return new Question(before, after, workspace.settings().base().platforms(), Optional.empty(), after.tagged());
    }

    /** Those that are configured, and those that the files of the image ask for. */
    private static List<Platform> platforms(Tagged name, Workspace workspace) {
        List<Platform> platforms = new ArrayList<>(workspace.settings().base().platforms());
        Optional.ofNullable(ImageUses.byName(workspace.inventory().uses()).get(name))
                .ifPresent(uses -> platforms.addAll(uses.required()));
        return platforms;
    }

    private static List<String> near(Tagged wrong, Lockfile lockfile) {
        return NearMatch.nearest(
                wrong.familiar(),
                lockfile.images().keySet().stream().map(Tagged::familiar).toList(),
                SUGGESTIONS);
    }
}
