package dev.tagdrift.report;

import static dev.tagdrift.report.Phrases.code;

import dev.tagdrift.lockfile.Lockfile;
import dev.tagdrift.lockfile.LockfileProblem;
import dev.tagdrift.lockfile.LockfileProblem.Conflict;
import dev.tagdrift.lockfile.LockfileProblem.Flaw;
import dev.tagdrift.lockfile.LockfileProblem.Malformed;
import dev.tagdrift.lockfile.LockfileProblem.UnknownVersion;
import dev.tagdrift.lockfile.LockfileProblem.Unreadable;
import dev.tagdrift.report.Message.Fact;
import java.util.List;

/** The words for a lockfile that cannot be read. */
final class LockfileWording {
    private LockfileWording() {}

    static Message message(LockfilePlace place, LockfileProblem problem) {
        String path = place.path();
        return new Message(
                Kind.ERROR,
                id(problem),
                problem instanceof Unreadable ? path : path + ":" + problem.line(),
                sentence(problem),
                facts(problem),
                hints(place, problem));
    }

    private static Id id(LockfileProblem problem) {
        return switch (problem) {
            case Conflict conflict -> Id.LOCKFILE_CONFLICT;
            case Malformed malformed -> Id.LOCKFILE_MALFORMED;
            case UnknownVersion version -> Id.LOCKFILE_VERSION;
            case Unreadable unreadable -> Id.UNREADABLE;
        };
    }

    private static String sentence(LockfileProblem problem) {
        return switch (problem) {
            case Conflict conflict -> "a merge left its conflict markers in the lockfile";
            case Malformed malformed -> malformed(malformed);
            case UnknownVersion version ->
                "the lockfile has version " + version.found() + ", which this tagdrift does not know";
            case Unreadable unreadable ->
                switch (unreadable.reason()) {
                    case DIRECTORY -> "there is a folder where the lockfile should be";
                    case DANGLING_LINK -> "the lockfile is a link to nothing";
                    case NO_PERMISSION -> "reading the lockfile is not permitted";
                    case TOO_LARGE -> "the lockfile is larger than 64 MiB, which none is";
                    case IO_ERROR -> "reading the lockfile fails";
                };
        };
    }

    private static String malformed(Malformed problem) {
        String subject = code(problem.subject());
        String expected = problem.expected().orElse("");
        return switch (problem.flaw()) {
            case EMPTY -> "the lockfile is empty";
            case NOT_JSON -> "the lockfile is not JSON from here on";
            case DUPLICATE_KEY -> subject + " stands there twice";
            case UNKNOWN_KEY -> "the key " + subject + " is not known here; known are " + expected;
            case MISSING_KEY ->
                "the key " + subject + " is missing"
                        + problem.expected().map(in -> " in " + code(in)).orElse("");
            case WRONG_TYPE -> subject + " is not " + expected;
            case BAD_DIGEST -> subject + " is no full digest: `sha256:` with 64 hexadecimal digits";
            case BAD_REFERENCE -> subject + " is no canonical name with a tag, such as " + code(expected);
            case BAD_PLATFORM -> subject + " is no platform in its usual form, such as " + code(expected);
            case BAD_TIME -> subject + " is no time, such as " + code(expected);
        };
    }

    private static List<Fact> facts(LockfileProblem problem) {
        return switch (problem) {
            case Conflict conflict ->
                List.of(new Fact(
                        "lines", conflict.lines().stream().map(Object::toString).toList()));
            case UnknownVersion version -> List.of(Fact.of("known", "version " + Lockfile.VERSION));
            case Malformed malformed
            when malformed.flaw() == Flaw.NOT_JSON -> List.of(Fact.of("detail", malformed.subject()));
            case Malformed malformed -> List.of();
            case Unreadable unreadable -> List.of();
        };
    }

    private static List<String> hints(LockfilePlace place, LockfileProblem problem) {
        String path = place.path();
        String restore = code("git checkout HEAD -- " + path);
        return switch (problem) {
            case Conflict conflict ->
                List.of(
                        "take one side with " + code("git checkout --ours -- " + path) + ",",
                        "then lock what is missing with " + place.command("lock")
                                + ", and repeat the other side's upgrades");
            case Malformed malformed -> List.of("correct it, or take the last good one with " + restore);
            case UnknownVersion version -> List.of("use the tagdrift that wrote it, or a newer one");
            case Unreadable unreadable -> List.of("mend it, or take the last good one with " + restore);
        };
    }
}
