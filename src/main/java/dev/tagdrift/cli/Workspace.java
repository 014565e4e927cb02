package dev.tagdrift.cli;

import dev.tagdrift.lockfile.LockfileReading;
import dev.tagdrift.lockfile.LockfileStore;
import dev.tagdrift.report.Message;
import dev.tagdrift.report.Wording;
import dev.tagdrift.settings.Settings;
import dev.tagdrift.source.Inventory;
import dev.tagdrift.source.WorkTree;
import java.nio.file.Path;
import java.util.List;

/**
 * What a command works on.
 *
 * @param root that the lockfile guards
 * @param settings of the root, with the flags of the command line in them
 * @param lockfile where the lockfile is, as it is printed
 * @param store the lockfile itself
 * @param inventory what the files name
 */
record Workspace(Root root, Settings settings, String lockfile, LockfileStore store, Inventory inventory) {
    static Workspace open(CommonOptions options, Surroundings surroundings) throws Stop {
        return open(options, options.paths, surroundings);
    }

    static Workspace open(GeneralOptions options, List<String> paths, Surroundings surroundings) throws Stop {
        Path here = surroundings.workingDirectory();
        Root root = Root.find(here);
        Settings settings = SettingsSource.read(root, options, here);
        Path lockfile = options.lockfile.map(here::resolve).orElse(root.folder().resolve(Root.LOCKFILE));
        Inventory inventory = new WorkTree(root.folder(), settings).scan(root.narrow(here, paths));
        if (inventory.files().isEmpty() && inventory.problems().isEmpty()) {
            throw new Stop(Wording.noFiles(paths.isEmpty() ? root.folder().toString() : String.join(" ", paths)));
        }
        return new Workspace(root, settings, root.shown(lockfile), new LockfileStore(lockfile), inventory);
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

    /** Tells the folders that guard themselves. */
    void tellSkipped(Screen screen) {
        inventory.nestedRoots().forEach(folder -> screen.log(Wording.nestedRoot(folder)));
    }
}
