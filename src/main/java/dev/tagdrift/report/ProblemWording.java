package dev.tagdrift.report;

import static dev.tagdrift.report.Phrases.code;

import dev.tagdrift.dockerfile.DockerfileProblem;
import dev.tagdrift.dockerfile.DockerfileProblem.BadReference;
import dev.tagdrift.dockerfile.DockerfileProblem.BadStage;
import dev.tagdrift.dockerfile.DockerfileProblem.BadSyntax;
import dev.tagdrift.dockerfile.DockerfileProblem.Declaration;
import dev.tagdrift.dockerfile.DockerfileProblem.Template;
import dev.tagdrift.dockerfile.DockerfileProblem.UnresolvedVariable;
import dev.tagdrift.dockerfile.StageError;
import dev.tagdrift.dockerfile.SyntaxError;
import dev.tagdrift.image.InvalidReferenceException;
import dev.tagdrift.report.Entry.Topic;
import dev.tagdrift.report.Message.Fact;
import dev.tagdrift.settings.NearMatch;
import dev.tagdrift.source.ScanProblem;
import dev.tagdrift.source.ScanProblem.InDockerfile;
import dev.tagdrift.source.ScanProblem.Unreadable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The words for what keeps an image's name from being read out of a file. */
final class ProblemWording {
    private static final List<String> INSTRUCTIONS = List.of(
            "ADD",
            "ARG",
            "CMD",
            "COPY",
            "ENTRYPOINT",
            "ENV",
            "EXPOSE",
            "FROM",
            "HEALTHCHECK",
            "LABEL",
            "MAINTAINER",
            "ONBUILD",
            "RUN",
            "SHELL",
            "STOPSIGNAL",
            "USER",
            "VOLUME",
            "WORKDIR");

    private ProblemWording() {}

    static Entry entry(ScanProblem problem) {
        String written =
                problem instanceof InDockerfile inFile ? inFile.problem().written() : "";
        return new Entry(
                Topic.UNREAD, message(problem), List.of(problem.location()), List.of(), written, Optional.empty());
    }

    static Message message(ScanProblem problem) {
        String where = problem.location().toString();
        return switch (problem) {
            case InDockerfile inFile ->
                new Message(
                        Kind.ERROR,
                        id(inFile.problem()),
                        where,
                        sentence(inFile.problem()),
                        facts(inFile.problem()),
                        hints(inFile.problem()));
            case Unreadable unreadable ->
                new Message(
                        Kind.ERROR,
                        Id.UNREADABLE,
                        problem.location().path(),
                        unreadable(unreadable.reason()),
                        List.of(),
                        List.of("mend it, or leave it out with `exclude` in tagdrift.yaml"));
        };
    }

    static Id id(ScanProblem problem) {
        return message(problem).id();
    }

    private static Id id(DockerfileProblem problem) {
        return switch (problem) {
            case UnresolvedVariable unresolved -> Id.UNRESOLVED_VARIABLE;
            case BadReference bad -> Id.BAD_REFERENCE;
            case BadSyntax bad -> Id.BAD_SYNTAX;
            case BadStage bad -> Id.BAD_STAGE;
            case Template template -> Id.TEMPLATE;
        };
    }

    private static String unreadable(ScanProblem.Reason reason) {
        return switch (reason) {
            case NO_PERMISSION -> "reading is not permitted";
            case DANGLING_LINK -> "the link points to nothing";
            case BINARY -> "this is not a text file";
            case TOO_LARGE -> "this is larger than 64 MiB, which no Dockerfile is";
            case NOT_FOUND -> "it is not there any more";
            case IO_ERROR -> "reading fails";
        };
    }

    private static String sentence(DockerfileProblem problem) {
        String words = code(problem.written());
        return switch (problem) {
            case UnresolvedVariable unresolved -> "in " + words + ", " + code(unresolved.variable()) + " has no value";
            case BadReference bad -> words + reference(bad.reason());
            case BadSyntax bad -> (bad.written().isEmpty() ? "" : "in " + words + ", ") + syntax(bad.reason());
            case BadStage bad -> words + stage(bad.reason());
            case Template template -> "this is a template, not a Dockerfile: " + words;
        };
    }

    static String reference(InvalidReferenceException.Reason reason) {
        return " is no image name: "
                + switch (reason) {
                    case EMPTY -> "it is empty";
                    case MALFORMED ->
                        "a name is made of lower-case letters, digits, and single separators between them";
                    case UPPER_CASE -> "it has upper-case letters";
                    case BAD_TAG -> "a tag has up to 128 letters, digits, dots, dashes and underscores";
                    case BAD_DIGEST -> "behind `@` stands `sha256:` with 64 hexadecimal digits";
                    case TOO_LONG -> "it has more than 255 characters";
                    case LOOKS_LIKE_ID -> "64 hexadecimal digits are an image id";
                };
    }

    private static String syntax(SyntaxError error) {
        return switch (error) {
            case FROM_OPERANDS -> "FROM takes an image, and `AS` with a name";
            case UNCLOSED_QUOTE -> "a quote is not closed";
            case BAD_SUBSTITUTION -> "a `${` is not closed, or holds no variable with a known modifier";
            case UNCLOSED_HEREDOC -> "a heredoc has no end";
            case UNKNOWN_INSTRUCTION -> "the first word is no instruction";
            case NO_STAGE -> "an instruction stands before the first FROM";
            case BAD_FLAG -> "a flag is unknown, has no value, or stands there twice";
            case BAD_MOUNT -> "a `--mount` cannot be read";
            case BAD_PLATFORM -> "`--platform` is no platform";
            case VARIABLE_NOT_ALLOWED -> "there is a variable where BuildKit expands none";
            case EMPTY_FILE -> "there is no instruction in this file";
            case MISSING_OPERAND -> "an operand is missing";
            case REQUIRED_VARIABLE -> "a variable must be given a value";
            case NO_FROM -> "there is no FROM";
            case BAD_DIRECTIVE -> "a parser directive stands there twice, or has a value that it cannot have";
            case BAD_TRIGGER -> "an instruction stands that ONBUILD cannot trigger";
            case NOT_STRINGS -> "a JSON array of nothing but strings is needed";
            case NO_ASSIGNMENT -> "ENV and LABEL take `name=value`";
            case BAD_HEREDOC -> "a heredoc is the destination";
            case LINE_TOO_LONG -> "a line is longer than the 65,535 characters that BuildKit reads";
            case TOO_COMPLEX -> "a word is nested or grows beyond all measure";
            case TOO_MANY -> "there are more than 200,000 instructions";
        };
    }

    private static String stage(StageError error) {
        return switch (error) {
            case BAD_NAME -> " is no name for a stage";
            case BAD_INDEX -> " is no index of an earlier stage";
            case LATER_STAGE -> " is a stage that comes later";
            case UPPER_CASE -> " is a stage that FROM knows in lower case only";
            case CIRCULAR -> " is a stage that needs itself";
        };
    }

    private static List<Fact> facts(DockerfileProblem problem) {
        return switch (problem) {
            case UnresolvedVariable unresolved ->
                unresolved
                        .declared()
                        .map(declared -> List.of(Fact.of("declared", declaration(unresolved.variable(), declared))))
                        .orElse(List.of(Fact.of(
                                "declared",
                                isEmptied(unresolved)
                                        ? "with a default that is empty, or made so by `build-args` or `--build-arg`"
                                        : "nowhere in this file")));
            case BadReference bad
            when !bad.expanded().equals(bad.written()) -> List.of(Fact.of("expanded", code(bad.expanded())));
            case BadReference bad -> List.of();
            case BadSyntax bad -> List.of();
            case BadStage bad -> List.of();
            case Template template -> List.of();
        };
    }

    /** Whether FROM sees it with a default: then that gives no text, or somebody gave none in its place. */
    private static boolean isEmptied(UnresolvedVariable unresolved) {
        return unresolved.declared().isEmpty() && unresolved.visible().contains(unresolved.variable());
    }

    private static String declaration(String variable, Declaration declared) {
        return "line " + declared.line() + ", " + code("ARG " + variable)
                + (declared.beforeFirstFrom()
                        ? ", without a default"
                        : ", behind the first FROM, which does not see it");
    }

    private static List<String> hints(DockerfileProblem problem) {
        return switch (problem) {
            case UnresolvedVariable unresolved -> List.of(unresolvedHint(unresolved));
            case BadReference bad -> List.of(referenceHint(bad));
            case BadSyntax bad -> List.of(syntaxHint(bad));
            case BadStage bad -> List.of(stageHint(bad));
            case Template template ->
                List.of("leave it out with `exclude` in tagdrift.yaml, and scan what is made of it");
        };
    }

    private static String referenceHint(BadReference bad) {
        return bad.reason() == InvalidReferenceException.Reason.UPPER_CASE
                ? "write it in lower case, as every registry has it"
                : "correct the name";
    }

    private static String stageHint(BadStage bad) {
        return switch (bad.reason()) {
            case BAD_NAME, BAD_INDEX, CIRCULAR -> "correct it: `docker build` refuses it too";
            case LATER_STAGE -> "move that stage up: `docker build` refuses it too";
            case UPPER_CASE -> "write it in lower case: `docker build` takes it for an image";
        };
    }

    private static String syntaxHint(BadSyntax bad) {
        Optional<String> near = bad.reason() == SyntaxError.UNKNOWN_INSTRUCTION
                ? NearMatch.of(bad.written().toUpperCase(Locale.ROOT), INSTRUCTIONS)
                : Optional.empty();
        return near.map(word -> UsageWording.meant(List.of(word))).orElse("correct it: `docker build` refuses it too");
    }

    private static String unresolvedHint(UnresolvedVariable unresolved) {
        String argument = code("--build-arg " + unresolved.variable() + "=...");
        if (isEmptied(unresolved)) {
            return "give it a value by " + argument + ", or in `build-args` in tagdrift.yaml";
        }
        Optional<String> near = NearMatch.of(unresolved.variable(), unresolved.visible());
        if (unresolved.declared().isEmpty() && near.isPresent()) {
            return UsageWording.meant(List.of(near.get()));
        }
        boolean declared = unresolved.declared().isPresent();
        boolean visible =
                unresolved.declared().map(Declaration::beforeFirstFrom).orElse(false);
        if (visible) {
            return "give it a default, pass " + argument + ", or set `build-args` in tagdrift.yaml";
        }
        return (declared
                        ? "declare it before the first FROM"
                        : "declare it with " + code("ARG " + unresolved.variable()) + " before the first FROM")
                + ", with a default";
    }
}
