package dev.tagdrift.report;

import static dev.tagdrift.report.Phrases.code;
import static dev.tagdrift.report.Phrases.count;

import dev.tagdrift.drift.Comparison;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.image.InvalidReferenceException;
import dev.tagdrift.lockfile.LockChange;
import dev.tagdrift.lockfile.LockfileProblem;
import dev.tagdrift.report.Message.Fact;
import dev.tagdrift.settings.SettingsProblem;
import dev.tagdrift.source.ImageUse;
import dev.tagdrift.source.Inventory;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every sentence the user reads. The longer ones live beside it, in one class for each kind of thing that is told. */
public final class Wording {
    private Wording() {}

    /** What a check found, what could not be read, what could not be asked. */
    public static List<Message> check(Report report) {
        return new CheckWording(report).messages();
    }

    /** The count at the end of a check. */
    public static String summary(Report report) {
        return new CheckWording(report).summary();
    }

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

    /** Why a lock removed nothing, where it might have. */
    public static Optional<String> nothingRemoved(LockReport report) {
        return new LockWording(report).nothingRemoved();
    }

    /** What a scan could not read. */
    public static List<Message> scan(Inventory inventory) {
        return inventory.problems().stream().map(ProblemWording::message).toList();
    }

    /** The count at the end of a scan. */
    public static String summary(Inventory inventory) {
        long images =
                inventory.uses().stream().map(ImageUse::reference).distinct().count();
        int problems = inventory.problems().size();
        return found(inventory, images) + (problems == 0 ? "" : ": " + problems + " could not be read");
    }

    static String found(Inventory inventory, long images) {
        return count(images, "image") + " in " + count(inventory.files().size(), "file");
    }

    /** Why a lockfile cannot be read. */
    public static Message lockfile(String path, LockfileProblem problem) {
        return LockfileWording.message(path, problem);
    }

    /** Why settings cannot be used. */
    public static Message settings(String path, SettingsProblem problem) {
        return SettingsWording.message(path, problem);
    }

    /** A file that somebody named cannot be read or written. */
    public static Message file(String path, String action, String reason) {
        return new Message(
                Kind.ERROR, "unreadable", path, "this file cannot be " + action + ": " + reason, List.of(), List.of());
    }

    /** The root holds nothing to guard. */
    public static Message noFiles(String root) {
        return new Message(
                Kind.ERROR,
                "nothing-found",
                "",
                "there is no Dockerfile under " + code(root) + ", so there is nothing to guard",
                List.of(Fact.of("looked for", "Dockerfile, Dockerfile.*, *.Dockerfile, Containerfile, and `include`")),
                List.of("go to the root of the project, or name other files with `include` in tagdrift.yaml"));
    }

    /** A PATH is not there, or not under the root. */
    public static Message badPath(String path, Optional<String> root) {
        String what = root.map(top -> " is not under the root " + code(top)).orElse(" does not exist");
        return usage(code(path) + what, List.of());
    }

    /** What {@code --upgrade-image} names is in no file. */
    public static Message unknownImage(String image, List<String> nearest) {
        return usage(
                "no file names " + code(image),
                List.of(
                        nearest.isEmpty()
                                ? "see what the files name with `tagdrift scan`"
                                : "do you mean "
                                        + String.join(
                                                " or ",
                                                nearest.stream()
                                                        .map(Phrases::code)
                                                        .toList()) + "?"));
    }

    /** What {@code --upgrade-image} names is pinned, so that only the file can move it. */
    public static Message pinnedImage(ImageReference reference) {
        String name = code(reference.familiar());
        return usage(
                "every file that names " + name + " pins it to a digest",
                List.of("change the digest in the file, then run `tagdrift lock`"));
    }

    /** An option's value is no image name. */
    public static Message badImage(InvalidReferenceException problem) {
        return usage(code(problem.text()) + ProblemWording.reference(problem.reason()), List.of());
    }

    /** The command line cannot be understood. */
    public static Message usage(String sentence, List<String> hints) {
        return new Message(Kind.ERROR, "usage", "", sentence, List.of(), hints);
    }

    /** A word of the command line is near another. */
    public static String meant(String near) {
        return "do you mean " + code(near) + "?";
    }

    /** Where the command line is explained. */
    public static String seeHelp(String command) {
        return "see " + code(command + " --help");
    }

    /** A word stands where a command should be. */
    public static String unknownCommand(String word) {
        return "there is no command " + code(word);
    }

    /** An option is none of the command. */
    public static String unknownOption(String option) {
        return "there is no option " + code(option);
    }

    /** An option does not take the value. */
    public static String notAllowed(String value, String option, List<String> allowed) {
        return code(option) + " does not take " + code(value) + ": it takes " + String.join(", ", allowed);
    }

    /** A lock used values that a check will not know. */
    public static Message flagsNotKept(Collection<String> options) {
        return new Message(
                Kind.NOTE,
                "flags",
                "",
                "`tagdrift check` needs the same "
                        + String.join(
                                " and ", options.stream().map(Phrases::code).toList()),
                List.of(),
                List.of("keep them in tagdrift.yaml, as "
                        + String.join(
                                " and ",
                                Stream.of("build-args", "build-contexts", "platforms")
                                        .filter(key -> options.stream()
                                                .anyMatch(option -> key.startsWith(option.substring(2))))
                                        .map(Phrases::code)
                                        .toList())));
    }

    /** The lockfile could not be written; what was there is there still. */
    public static Message notWritten(String path, String reason) {
        return new Message(
                Kind.ERROR,
                "not-written",
                path,
                "the lockfile cannot be written: " + reason,
                List.of(Fact.of("lockfile", "as it was")),
                List.of("make room or give permission there, then run the command again"));
    }

    /** A value of {@code --platform} is none. */
    public static Message badPlatform(String text) {
        return usage(code(text) + " is no platform", List.of("write it as `linux/amd64` or `linux/arm/v7`"));
    }

    /** The format of {@code --output} cannot be told. */
    public static Message unknownFormat(String output) {
        return usage(
                "the format of " + code(output) + " cannot be told from its suffix",
                List.of("name it, as in " + code("--output json=" + output)));
    }

    /** The program itself is at fault. */
    public static Message internal(String what) {
        return new Message(
                Kind.ERROR,
                "internal",
                "",
                "this is a mistake in tagdrift: " + what,
                List.of(),
                List.of("report it, with the lines above"));
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

    /** How the demo begins. */
    public static List<String> demoOpening() {
        return DemoWording.OPENING;
    }

    /** What happens behind everybody's back. */
    public static List<String> demoMove() {
        return DemoWording.MOVE;
    }

    /** What the developer does about it. */
    public static List<String> demoRefresh() {
        return DemoWording.REFRESH;
    }

    /** How the demo ends. */
    public static List<String> demoEnd() {
        return DemoWording.END;
    }

    /** How the demo ends if something is wrong with it. */
    public static List<String> demoAstray() {
        return DemoWording.ASTRAY;
    }

    /** Where the project of the demo is. */
    public static String demoKept(String folder) {
        return "# the project is kept in " + folder + "; its registry has ended, so look at it with `check --offline`";
    }

    /** The demo could not be played. */
    public static Message demoFailed(String reason) {
        return new Message(Kind.ERROR, "internal", "", "the demo cannot be played: " + reason, List.of(), List.of());
    }

    /** A folder that should be new holds something. */
    public static Message notEmpty(String folder) {
        return usage(code(folder) + " is not empty", List.of("name a folder that is new or empty"));
    }

    /** Something that every run may say on its way, of no weight. */
    public static Message note(String id, String sentence) {
        return new Message(Kind.NOTE, id, "", sentence, List.of(), List.of());
    }

    /** Stored credentials that cannot be used. */
    public static Message credentials(String where, String reason) {
        return new Message(
                Kind.WARNING,
                "credentials",
                where,
                "these credentials are not used: " + reason,
                List.of(),
                List.of("images that everybody may pull are checked all the same"));
    }
}
