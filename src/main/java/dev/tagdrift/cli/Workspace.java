package dev.tagdrift.cli;

import dev.tagdrift.lockfile.LockfileReading;
import dev.tagdrift.lockfile.LockfileStore;
import dev.tagdrift.registry.RunLimit;
import dev.tagdrift.report.LockfilePlace;
import dev.tagdrift.report.Message;
import dev.tagdrift.report.Wording;
import dev.tagdrift.settings.Settings;
import dev.tagdrift.source.Inventory;
import dev.tagdrift.source.WorkTree;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What a command works on.
 *
 * @param root that the lockfile guards
 * @param settings of the root, with the flags of the command line in them
 * @param lockfile where the lockfile is
 * @param store the lockfile itself
 * @param inventory what the files name
 * @param limit how long others are waited for in all
 */
record Workspace(
        Root root,
        Settings settings,
        LockfilePlace lockfile,
        LockfileStore store,
        Inventory inventory,
        RunLimit limit) {
    static Workspace open(CommonOptions options, Surroundings surroundings, Screen screen) throws Stop {
        Workspace workspace = unchecked(options, surroundings, screen);
        if (workspace.inventory().files().isEmpty()
                && workspace.inventory().problems().isEmpty()) {
            throw new Stop(Wording.noFiles(
                    options.paths().isEmpty()
                            ? workspace.root().folder().toString()
                            : String.join(" ", options.paths()),
                    workspace.settings().exclude()));
        }
        return workspace;
    }

    /** For commands that have something to do where no file names an image. */
    static Workspace unchecked(CommonOptions options, Surroundings surroundings, Screen screen) throws Stop {
        Path here = surroundings.workingDirectory();
        // Judged even where nobody is asked: whoever mistypes it learns it now, not in the first run that waits.
        Duration timeout = TimeLimit.parse(options.timeout);
        Root root = Root.find(here);
        Settings settings = SettingsSource.read(root, options, here);
        Path lockfile = root.lockfile(options, here);
        Inventory inventory = new WorkTree(root.folder(), settings).scan(root.narrow(here, options.paths()));
        screen.spare(
                inventory.files().stream()
                        .map(file -> root.folder().resolve(file.path()))
                        .toList(),
                Reasons.SCANNED);
        RunLimit limit = RunLimit.from(surroundings.clock(), timeout);
        return new Workspace(
                root,
                settings,
                new LockfilePlace(root.shown(lockfile), options.lockfile),
                new LockfileStore(lockfile),
                inventory,
                limit);
    }

    /** What the lockfile says; a command never goes on with one that it cannot read. */
    LockfileReading readLockfile() throws Stop {
        LockfileReading reading = store.read();
        if (reading instanceof LockfileReading.Rejected rejected) {
            Message message = Wording.lockfile(lockfile, rejected.problem());
            throw new Stop(message);
        }
        return reading;
    }

    /** The same, as if the files named other images. */
    Workspace with(Inventory other) {
        return new Workspace(root, settings, lockfile, store, other, limit);
    }

    /** Tells what the settings say about files that are not there, and which folders and files are left out. */
    void tellSkipped(Screen screen) {
        new WorkTree(root.folder(), settings)
                .unmatchedBuilds(inventory)
                .forEach(build -> screen.tell(Wording.unmatchedBuild(build.files())));
        inventory.nestedRoots().forEach(folder -> screen.log(Wording.nestedRoot(folder)));
        inventory.passedOver().forEach(file -> screen.log(Wording.passedOver(file)));
    }
}
