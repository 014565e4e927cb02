package dev.tagdrift.cli;

import dev.tagdrift.dockerfile.Pull;
import dev.tagdrift.drift.Finding.NotLocked;
import dev.tagdrift.drift.Judge;
import dev.tagdrift.drift.Verdict;
import dev.tagdrift.enforce.Contexts;
import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.lockfile.Lockfile;
import dev.tagdrift.lockfile.LockfileReading;
import dev.tagdrift.report.ExportReport;
import dev.tagdrift.report.Wording;
import dev.tagdrift.settings.FailOn;
import dev.tagdrift.source.ImageUse;
import dev.tagdrift.source.ImageUses;
import dev.tagdrift.source.ScanProblem.Unreadable;
import dev.tagdrift.source.ScannedFile;
import dev.tagdrift.source.WorkTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Carries an export out: reads the lockfile, hands the text over, tells what is not in it. */
final class Exporting {
    private final CommonOptions options;
    private final Surroundings surroundings;

    Exporting(CommonOptions options, Surroundings surroundings) {
        this.options = options;
        this.surroundings = surroundings;
    }

    /**
     * A lockfile in the form of a builder.
     *
     * @param text for the builder
     * @param images how many it holds
     * @param left names that it cannot hold
     */
    record Export(String text, int images, SortedMap<String, Contexts.Reason> left) {
        static Export whole(String text, Lockfile lockfile) {
            return new Export(text, lockfile.images().size(), new TreeMap<>());
        }
    }

    /** A form that a lockfile can take. */
    @FunctionalInterface
    interface Form {
        Export of(Lockfile lockfile, Workspace workspace) throws Stop;
    }

    int run(Form form) throws Stop {
        Screen screen = Screen.ofOneForm(options, surroundings);
        return screen.run(() -> {
            Workspace workspace = Workspace.open(options, surroundings, screen);
            workspace.tellSkipped(screen);
            LockfileReading reading = workspace.readLockfile();
            // Without a lockfile nothing is handed over: a builder that is given an empty policy says so.
            Export export = reading instanceof LockfileReading.Present present
                    ? form.of(present.lockfile(), workspace)
                    : new Export("", 0, new TreeMap<>());
            ExportReport report = report(workspace, reading, export);
            return screen.deliver(export.text(), Wording.export(report), Wording.summary(report), report.exitCode());
        });
    }

    /** Puts a text where the export was to go, so that nobody goes on with what is there. */
    void spoil(String text) {
        try {
            Screen screen = Screen.ofOneForm(options, surroundings);
            spareFiles(screen);
            screen.hand(text);
        } catch (Stop stop) {
            // That the file cannot be written has been told already.
        }
    }

    /** Also where the settings cannot be read there is an export to spoil. */
    private void spareFiles(Screen screen) {
        try {
            Workspace.unchecked(options, surroundings, screen);
        } catch (Stop stop) {
            // It has been told already.
        }
    }

    private static ExportReport report(Workspace workspace, LockfileReading reading, Export export) {
        boolean locked = reading instanceof LockfileReading.Present;
        List<Verdict> unknown = ImageUses.byName(workspace.inventory().uses()).values().stream()
                .filter(uses -> reading instanceof LockfileReading.Present present
                        && present.lockfile().get(uses.name()).isEmpty())
                .map(uses -> new NotLocked(uses.name(), uses.all()))
                .map(new Judge(FailOn.DIGEST)::judge)
                .toList();
        return new ExportReport(
                workspace.lockfile(), locked, workspace.inventory(), export.images(), unknown, export.left());
    }

    /** What each word of the files means that a context can take the place of: no builder looks for a frontend there. */
    static Map<String, Set<Tagged>> words(Workspace workspace) {
        Map<String, Set<Tagged>> words = new TreeMap<>();
        for (ImageUse use : workspace.inventory().uses()) {
            if (use.reference() instanceof Tagged name && use.instruction() != Pull.Instruction.SYNTAX) {
                words.computeIfAbsent(use.written(), first -> new TreeSet<>()).add(name);
            }
        }
        return words;
    }

    /** The names of all stages, in lower case as builders compare them. */
    static Set<String> stages(Workspace workspace) {
        Path root = workspace.root().folder();
        WorkTree tree = new WorkTree(root, workspace.settings());
        Set<String> names = new TreeSet<>();
        for (ScannedFile file : workspace.inventory().files()) {
            // What was no text a moment ago may be a pipe, which nobody ends.
            if (file.problems().stream().anyMatch(Unreadable.class::isInstance)) {
                continue;
            }
            try {
                tree.builds(file.path(), Files.readAllBytes(root.resolve(file.path())))
                        .forEach(build -> build.stages()
                                .forEach(stage -> stage.name()
                                        .map(name -> name.toLowerCase(Locale.ROOT))
                                        .ifPresent(names::add)));
            } catch (IOException e) {
                // Its scan has told so already.
            }
        }
        return names;
    }
}
