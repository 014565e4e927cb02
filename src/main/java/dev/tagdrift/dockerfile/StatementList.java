package dev.tagdrift.dockerfile;

import dev.tagdrift.dockerfile.DockerfileProblem.BadSyntax;
import dev.tagdrift.dockerfile.DockerfileProblem.Template;
import dev.tagdrift.dockerfile.Instruction.Arg;
import dev.tagdrift.dockerfile.Instruction.Copy;
import dev.tagdrift.dockerfile.Instruction.Env;
import dev.tagdrift.dockerfile.Instruction.From;
import dev.tagdrift.dockerfile.Instruction.Onbuild;
import dev.tagdrift.dockerfile.Instruction.Other;
import dev.tagdrift.dockerfile.Instruction.Run;
import dev.tagdrift.dockerfile.Instruction.Workdir;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers the statements of a file that matter for what is pulled, and tells once what is wrong with their order. */
final class StatementList {
    /** So that the largest file fits into a small heap. */
    private static final int LIMIT = 200_000;

    private final List<Statement> kept = new ArrayList<>();
    private Optional<BadSyntax> excess = Optional.empty();
    private Optional<SourceText> lastKeyword = Optional.empty();
    private Optional<BadSyntax> misplaced = Optional.empty();
    private boolean orderKnown;
    private boolean begun;
    private boolean unknownSeen;

    /** Adds a statement, and tells whether there is room for another. */
    boolean add(Statement statement) {
        boolean unknown = isUnknown(statement);
        checkOrder(statement, unknown);
        // Behind one unknown instruction, such as the text of an unfinished line, others follow: one is told.
        if (matters(statement) && !(unknown && unknownSeen)) {
            keep(statement);
        }
        unknownSeen |= unknown;
        return excess.isEmpty();
    }

    private void keep(Statement statement) {
        if (kept.size() < LIMIT) {
            kept.add(statement);
        } else if (excess.isEmpty()) {
            SourceText keyword = statement.keyword();
            excess = Optional.of(new BadSyntax(keyword.line(), keyword.written(), SyntaxError.TOO_MANY));
        }
    }

    /** The first statement that is left out, since there are too many. */
    Optional<BadSyntax> excess() {
        return excess;
    }

    /** The statements, in the order of the file. */
    List<Statement> kept() {
        return kept;
    }

    /** Whether a FROM that can be read comes first, but for arguments. */
    boolean isBegun() {
        return begun;
    }

    /** What is wrong with the order: nothing, too, if something worse is wrong before the first FROM. */
    Optional<BadSyntax> misplaced() {
        if (orderKnown) {
            return misplaced;
        }
        return Optional.of(lastKeyword
                .map(keyword -> new BadSyntax(keyword.line(), "FROM", SyntaxError.NO_FROM))
                .orElse(new BadSyntax(1, "", SyntaxError.EMPTY_FILE)));
    }

    private void checkOrder(Statement statement, boolean unknown) {
        if (orderKnown) {
            return;
        }
        SourceText keyword = statement.keyword();
        lastKeyword = Optional.of(keyword);
        boolean template = statement.problems().stream().anyMatch(Template.class::isInstance);
        if (statement.instruction() instanceof From || unknown || template) {
            orderKnown = true;
            begun = statement.problems().isEmpty();
        } else if (!(statement.instruction() instanceof Arg)) {
            orderKnown = true;
            misplaced = Optional.of(new BadSyntax(keyword.line(), keyword.written(), SyntaxError.NO_STAGE));
        }
    }

    private static boolean isUnknown(Statement statement) {
        return statement.problems().stream()
                .anyMatch(
                        problem -> problem instanceof BadSyntax bad && bad.reason() == SyntaxError.UNKNOWN_INSTRUCTION);
    }

    private static boolean matters(Statement statement) {
        return !statement.problems().isEmpty()
                || !statement.words().isEmpty()
                || switch (statement.instruction()) {
                    case From from -> true;
                    case Arg arg -> true;
                    case Env env -> true;
                    case Workdir workdir -> true;
                    case Copy copy -> copy.from().isPresent();
                    case Run run -> !run.mounts().isEmpty();
                    case Onbuild onbuild -> matters(onbuild.trigger());
                    case Other other -> false;
                };
    }
}
