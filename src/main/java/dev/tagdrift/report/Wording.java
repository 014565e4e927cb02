package dev.tagdrift.report;

import static dev.tagdrift.report.Phrases.code;
import static dev.tagdrift.report.Phrases.count;

import dev.tagdrift.drift.Comparison;
import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.lockfile.LockChange;
import dev.tagdrift.lockfile.LockfileProblem;
import dev.tagdrift.report.Message.Fact;
import dev.tagdrift.settings.SettingsProblem;
import dev.tagdrift.source.ImageUse;
import dev.tagdrift.source.ImageUses;
import dev.tagdrift.source.Inventory;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Every sentence the user reads. The longer ones live beside it, in one class for each kind of thing that is told. */
public final class Wording {
    private Wording() {}

    /** What {@code -v} tells about each image. */
    public static String seen(Comparison image) {
        return CheckWording.seen(image);
    }

    /** What a lock could not do, and what a check would still find. */
    public static List<Message> lock(LockReport report) {
        return new LockWording(report).messages();
    }

    /** The entries that a lock changed, a line each. */
    public static List<String> changes(LockReport report) {
        return new LockWording(report).changes();
    }

    /** The count at the end of a lock. */
    public static String summary(LockReport report) {
        return new LockWording(report).summary();
    }

    /** What a pin could not do. */
    public static List<Message> pin(PinReport report) {
        return new PinWording(report).messages();
    }

    /** The references that a pin changed, a line each. */
    public static List<String> changes(PinReport report) {
        return new PinWording(report).changes();
    }

    /** The count at the end of a pin. */
    public static String summary(PinReport report) {
        return new PinWording(report).summary();
    }

    /** What an export could not hold. */
    public static List<Message> export(ExportReport report) {
        return new ExportWording(report).messages();
    }

    /** The count at the end of an export. */
    public static String summary(ExportReport report) {
        return new ExportWording(report).summary();
    }

    /** What a scan could not read. */
    public static List<Message> scan(Inventory inventory) {
        return inventory.problems().stream().map(ProblemWording::message).toList();
    }

    /** The count at the end of a scan. */
    public static String summary(Inventory inventory) {
        return found(inventory) + unread(inventory).map(unread -> "; " + unread).orElse("");
    }

    static Optional<String> unread(Inventory inventory) {
        int problems = inventory.problems().size();
        return problems == 0 ? Optional.empty() : Optional.of(count(problems, "name") + " could not be read");
    }

    static String found(Inventory inventory) {
        Collection<ImageUse> uses = inventory.uses();
        return found(
                inventory,
                ImageUses.byName(uses).size() + ImageUses.byDigest(uses).size());
    }

    static String found(Inventory inventory, long images) {
        return count(images, "image") + " in " + count(inventory.files().size(), "file");
    }

    /** Why a lockfile cannot be read. */
    public static Message lockfile(LockfilePlace place, LockfileProblem problem) {
        return LockfileWording.message(place, problem);
    }

    /** Why settings cannot be used. */
    public static Message settings(String path, SettingsProblem problem) {
        return SettingsWording.message(path, problem);
    }

    /** A file that somebody named cannot be read. */
    public static Message notReadable(String path, String reason) {
        return new Message(
                Kind.ERROR, Id.UNREADABLE, path, "this file cannot be read: " + reason, List.of(), List.of());
    }

    /** A file for the output cannot be written. */
    public static Message outputNotWritten(String path, String reason) {
        return new Message(
                Kind.ERROR,
                Id.NOT_WRITTEN,
                path,
                "this file cannot be written: " + reason,
                List.of(),
                List.of("name another file with `--output`"));
    }

    /** The pages of the manual cannot be written into a folder. */
    public static Message manualNotWritten(String folder, String reason) {
        return folderNotWritten(folder, reason, "name another folder");
    }

    /** The project of the demo has no place. */
    public static Message demoNotWritten(String folder, String reason) {
        return folderNotWritten(folder, reason, "name another folder with `--keep`");
    }

    private static Message folderNotWritten(String folder, String reason, String other) {
        return new Message(
                Kind.ERROR,
                Id.NOT_WRITTEN,
                folder,
                "this folder cannot be written: " + reason,
                List.of(),
                List.of("make room or give permission there, or " + other));
    }

    /** The root, or the part of it that is asked for, holds nothing to guard. */
    public static Message noFiles(String folder, List<String> excluded) {
        Fact lookedFor = Fact.of("looked for", "Dockerfile, Dockerfile.*, *.Dockerfile, Containerfile, and `include`");
        return new Message(
                Kind.ERROR,
                Id.NOTHING_FOUND,
                "",
                "there is no Dockerfile under " + code(folder)
                        + (excluded.isEmpty() ? "" : " that `exclude` does not leave out")
                        + ", so there is nothing to guard",
                excluded.isEmpty()
                        ? List.of(lookedFor)
                        : List.of(
                                lookedFor,
                                new Fact(
                                        "left out",
                                        excluded.stream().map(Phrases::code).toList())),
                List.of(
                        excluded.isEmpty()
                                ? "go to the root of the project, or name other files with `include` in tagdrift.yaml"
                                : "take a pattern out of `exclude` in tagdrift.yaml, or go to the root of the project"));
    }

    /** A build of the settings is for files that are not there. */
    public static Message unmatchedBuild(List<String> files) {
        return new Message(
                Kind.WARNING,
                Id.UNMATCHED_BUILD,
                "",
                "no file matches " + Phrases.codes(" or ", files)
                        + " of the `builds`, so that build counts for nothing",
                List.of(),
                List.of("take it out of tagdrift.yaml, or correct the pattern"));
    }

    /** Others keep writing the lockfile while it is being made. */
    public static Message lockfileBusy(String path) {
        return new Message(
                Kind.ERROR,
                Id.NOT_WRITTEN,
                path,
                "somebody else writes the lockfile again and again",
                List.of(Fact.of("lockfile", "as they wrote it")),
                List.of("run the command again when they are done"));
    }

    /** The lockfile could not be written; what was there is there still. */
    public static Message notWritten(String path, String reason) {
        return new Message(
                Kind.ERROR,
                Id.NOT_WRITTEN,
                path,
                "the lockfile cannot be written: " + reason,
                List.of(Fact.of("lockfile", "as it was")),
                List.of("make room or give permission there, then run the command again"));
    }

    /** How far the asking is. */
    public static String progress(int answered, int total) {
        return "asking registries: " + answered + " of " + count(total, "image");
    }

    /** How far layers are read, behind what they are read for. */
    public static String layers(long read, long expected) {
        return "; layers: " + Phrases.size(read) + " of " + Phrases.size(expected);
    }

    /** How far the reading of what moved is. */
    public static String explaining(int explained, int total) {
        return "reading what changed: " + explained + " of " + count(total, "image");
    }

    /** The images that the files name, a line each. */
    public static List<String> uses(Inventory inventory) {
        return inventory.uses().stream().map(ScanWording::line).toList();
    }

    /** What {@code -v} tells about each entry of a lock. */
    public static String seen(Tagged name, LockChange change) {
        return LockWording.seen(name, change);
    }

    /** A folder that is left out because it is a root of its own. */
    public static String nestedRoot(String folder) {
        return folder + " has settings or a lockfile of its own, and is left to them";
    }

    /** A file that is named like a Dockerfile, and is none. */
    public static String passedOver(String file) {
        return file + " does not begin like a Dockerfile, and is passed over";
    }

    /** Where the project of the demo is. */
    public static String demoKept(String folder) {
        return "# the project is kept in " + folder + "; its registry has ended, so look at it with `check --offline`";
    }

    /** The demo could not be played. */
    public static Message demoFailed(String reason) {
        return new Message(Kind.ERROR, Id.INTERNAL, "", "the demo cannot be played: " + reason, List.of(), List.of());
    }

    /** Why a lock removed nothing, where it might have. */
    public static Optional<Message> nothingRemoved(LockReport report) {
        return new LockWording(report)
                .nothingRemoved()
                .map(sentence -> new Message(Kind.NOTE, Id.NOTHING_REMOVED, "", sentence, List.of(), List.of()));
    }
}
