package dev.tagdrift.report;

import static dev.tagdrift.report.Phrases.code;

import dev.tagdrift.explain.Outcome.NoSuchPlatform;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.InvalidReferenceException;
import dev.tagdrift.image.Platform;
import dev.tagdrift.report.Message.Fact;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words for a command line that cannot be understood, or asks for what is not there. */
public final class UsageWording {
    private UsageWording() {}

    /** A PATH is not there, or not under the root. */
    public static Message badPath(String path, Optional<String> root) {
        String what = root.map(top -> " is not under the root " + code(top)).orElse(" does not exist");
        return usage(code(path) + what, List.of());
    }

    /** A PATH lies in a folder that has settings or a lockfile of its own. */
    public static Message otherRoot(String path, String root) {
        return usage(
                code(path) + " belongs to " + code(root) + ", which has settings or a lockfile of its own",
                List.of("go to " + code(root) + ", then run the command there"));
    }

    /** What {@code --upgrade-image} names is in no file. */
    public static Message unknownImage(String image, boolean whole, List<String> nearest) {
        return usage(
                (whole ? "no file names " : "no file under this PATH names ") + code(image),
                List.of(nearest.isEmpty() ? "see what the files name with `tagdrift scan`" : meant(nearest)));
    }

    /** An image that is to be explained is not locked, so there is nothing to compare it with. */
    public static Message notInLockfile(ImageReference image, LockfilePlace lockfile, List<String> nearest) {
        return usage(
                code(image.familiar()) + " is not in " + lockfile.path() + ", so there is nothing to compare it with",
                List.of(
                        nearest.isEmpty()
                                ? "lock it with " + lockfile.command("lock") + ", or name two images"
                                : meant(nearest)));
    }

    /** More images than can be compared. */
    public static Message tooManyImages(int number) {
        return usage(number + " images are named, and two can be compared", List.of("name one or two"));
    }

    /** A digest never names another image. */
    public static Message nothingToCompare(ImageReference image) {
        return usage(
                code(image.familiar()) + " is a digest, which always names the same image",
                List.of("name a tag that is locked, or two images"));
    }

    /** All and some were asked for at once. */
    public static Message eitherUpgrade() {
        return usage("`--upgrade` takes all tags, so `--upgrade-image` has nothing to add", List.of("leave one out"));
    }

    /** Looking only, and writing the lockfile, were asked for at once. */
    public static Message upgradeWrites(String upgrade, String option, LockfilePlace lockfile) {
        return usage(
                code(upgrade) + " writes the lockfile, and " + code(option) + " writes nothing",
                List.of("refresh the lockfile with " + lockfile.command("lock " + upgrade) + ", then look with "
                        + lockfile.command("pin " + option)));
    }

    /** What {@code --upgrade-image} names is pinned, so that only the file can move it. */
    public static Message pinnedImage(ImageReference reference, LockfilePlace lockfile) {
        return usage(
                "every file that names " + code(reference.familiar()) + " pins it to a digest",
                List.of("move files and lockfile together with "
                        + lockfile.command("pin --upgrade-image " + reference.familiar())));
    }

    /** An option's value is no image name. */
    public static Message badImage(InvalidReferenceException problem) {
        return usage(code(problem.text()) + ProblemWording.reference(problem.reason()), List.of());
    }

    /** The command line cannot be understood. */
    public static Message usage(String sentence, List<String> hints) {
        return new Message(Kind.ERROR, Id.USAGE, "", sentence, List.of(), hints);
    }

    /** What elsewhere stands for standard output is no file here. */
    public static Message noFile(String option) {
        return usage(
                output(option) + " names no file, and standard output is written anyway",
                List.of("leave it out; `--format` says in which format, where a command has several"));
    }

    /** The value of {@code --output} ends where the file should stand. */
    public static Message missingFile(String output, String example) {
        return usage(output(output) + " names no file", List.of("name one, as in " + output(example)));
    }

    /** The value of {@code --output} begins with the sign that stands behind a format. */
    public static Message missingFormat(String output, String example) {
        return usage(output(output) + " names no format before the `=`", List.of("write " + output(example)));
    }

    /** The value of {@code --output} chooses a format where there is none to choose. */
    public static Message oneForm(String output, String file) {
        return usage(
                "an export has one form, so " + output(output) + " has no format to name",
                List.of("name the file alone: " + output(file)));
    }

    private static String output(String value) {
        return code("--output " + (value.isEmpty() ? "''" : value));
    }

    /** A word is near others. */
    public static String meant(Collection<String> near) {
        return "do you mean " + Phrases.codes(" or ", near) + "?";
    }

    /** What to do first. */
    public static String begin() {
        return "begin with `tagdrift scan` in a project, or see what it is for with `tagdrift demo`";
    }

    /** Where the command line is explained. */
    public static String seeHelp(String command) {
        return "see " + code(command + " --help");
    }

    /** A word stands where a command should be. */
    public static String unknownCommand(String word) {
        return "there is no command " + code(word);
    }

    /** A word stands where the command takes none. */
    public static String noArguments(String command, String word) {
        return code(command) + " takes options alone, and no " + code(word);
    }

    /** A word is one more than the command takes. */
    public static String oneArgument(String command, String label, String word) {
        return code(command) + " takes one " + label + ", so " + code(word) + " is too many";
    }

    /** A command stands alone that needs to be told what it is about. */
    public static String missingArgument(String command, String label, boolean several) {
        return code(command) + " needs " + (several ? "at least one " : "one ") + label;
    }

    /** An option has two values that takes one. */
    public static String givenTwice(String option) {
        return code(option) + " is given twice, and takes one value";
    }

    /** An option is none of the command. */
    public static String unknownOption(String option) {
        return "there is no option " + code(option);
    }

    /** An option stands alone that needs a value. */
    public static String missingValue(String option, String value) {
        return code(option) + " needs a value: " + value;
    }

    /** An option does not take the value. */
    public static String notAllowed(String value, String option, List<String> allowed) {
        return code(option) + " does not take " + code(value) + ": it takes " + String.join(", ", allowed);
    }

    /** A lock used values that a check will not know. */
    public static Message flagsNotKept(Collection<String> options) {
        List<String> keys = Stream.of("build-args", "build-contexts", "platforms")
                .filter(key -> options.stream().anyMatch(option -> key.startsWith(option.substring(2))))
                .toList();
        return new Message(
                Kind.NOTE,
                Id.FLAGS_NOT_KEPT,
                "",
                "`tagdrift check` needs the same " + Phrases.codes(" and ", options),
                List.of(),
                List.of("keep them in tagdrift.yaml, as " + Phrases.codes(" and ", keys)));
    }

    /**
     * Neither of two images is for a platform that is asked for.
     *
     * @param two whether they are any two images, of which none is locked
     */
    static Message noSuchPlatform(NoSuchPlatform none, boolean two) {
        return new Message(
                Kind.ERROR,
                Id.USAGE,
                "",
                lacking(none),
                List.of(
                        Fact.of(two ? "before" : "locked", Phrases.list(none.locked())),
                        Fact.of(two ? "after" : "current", Phrases.list(none.current()))),
                List.of("name one that they have with `--platform`"));
    }

    static String lacking(NoSuchPlatform none) {
        return "neither image has "
                + none.asked().stream().map(Platform::toString).distinct().collect(Collectors.joining(" or "));
    }

    /** A value of {@code --platform} is none. */
    public static Message badPlatform(String text) {
        return usage(code(text) + " is no platform", List.of("write it as `linux/amd64` or `linux/arm/v7`"));
    }

    /** The command does not write the format. */
    public static Message formatNotHere(String format, Collection<?> formats) {
        return usage(
                "this command does not write " + code(format) + ": it writes " + Phrases.list(formats),
                List.of("`tagdrift check` and `tagdrift report` write " + code(format)));
    }

    /** The format of {@code --output} cannot be told. */
    public static Message unknownFormat(String output) {
        return usage(
                "the format of " + code(output) + " cannot be told from its suffix",
                List.of("name it, as in " + output("json=" + output)));
    }

    /** What the command has to say could not be written, so nobody may rely on it. */
    public static String outputLost() {
        return "error[not-written]: standard output cannot be written";
    }

    /** The program itself is at fault, beyond what it can put in order. */
    public static String crashed(String what) {
        return "error[internal]: " + broken(what);
    }

    /** One of the things that it should do broke off. */
    static String broken(String what) {
        return "this is a mistake in tagdrift, or it has too little memory: " + what;
    }

    /** The program itself is at fault. */
    public static Message internal(String what) {
        return new Message(
                Kind.ERROR,
                Id.INTERNAL,
                "",
                "this is a mistake in tagdrift: " + what,
                List.of(),
                List.of("report it, with the lines above"));
    }

    /** What should be a new folder is a file, or holds something. */
    public static Message notEmpty(String folder) {
        return usage(code(folder) + " is not an empty folder", List.of("name a folder that is new or empty"));
    }
}
