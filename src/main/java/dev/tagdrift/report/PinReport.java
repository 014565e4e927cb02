package dev.tagdrift.report;

import dev.tagdrift.drift.Verdict;
import dev.tagdrift.pin.FileChange;
import dev.tagdrift.pin.UseChange;
import dev.tagdrift.pin.UseChange.Rewritten;
import dev.tagdrift.pin.UseChange.Unchanged;
import dev.tagdrift.source.Inventory;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a pin or an unpin did, or would do.
 *
 * @param lockfile where the lockfile is
 * @param locked whether there is one
 * @param mode whether files are written
 * @param inventory what the files name
 * @param files what became of each
 * @param unknown images that the lockfile does not know
 * @param lock what was locked in the same step, if that was asked for
 */
public record PinReport(
        LockfilePlace lockfile,
        boolean locked,
        Mode mode,
        Inventory inventory,
        List<FileChange> files,
        List<Verdict> unknown,
        Optional<LockReport> lock) {
    /** Copies the lists. */
    public PinReport {
        files = List.copyOf(files);
        unknown = List.copyOf(unknown);
    }

    /** What is done about the files. */
    public enum Mode {
        /** They are written. */
        WRITE,
        /** They are not, and it fails if they would be, or if one of their references cannot be what it should be. */
        CHECK,
        /** They are not; what would change is shown. */
        DRY_RUN
    }

    /** What the run ends with. */
    public int exitCode() {
        boolean toDo = mode == Mode.CHECK
                && (files.stream().anyMatch(FileChange::differs) || places().anyMatch(Unchanged.class::isInstance));
        boolean trouble = files.stream().anyMatch(file -> file.trouble().isPresent());
        Optional<Integer> locking = lock.map(LockReport::exitCode);
        return ExitCode.of(
                toDo || !unknown.isEmpty(),
                trouble || !inventory.problems().isEmpty(),
                locking.filter(code -> code == ExitCode.UNCHECKED).isPresent());
    }

    /** What became of every place, but for those that were to change in a file that could not be written. */
    Stream<UseChange> places() {
        return files.stream().flatMap(file -> file.places().stream().filter(change -> !isRefused(file, change)));
    }

    /** How many places were to change in files that could not be written. */
    long refused() {
        return files.stream()
                .flatMap(file -> file.places().stream().filter(change -> isRefused(file, change)))
                .count();
    }

    private static boolean isRefused(FileChange file, UseChange change) {
        return file.trouble().isPresent() && change instanceof Rewritten;
    }

    /** How many files are written, or would be. */
    long written() {
        return files.stream().filter(FileChange::succeeded).count();
    }
}
