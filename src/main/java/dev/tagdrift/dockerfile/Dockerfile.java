package dev.tagdrift.dockerfile;

import dev.tagdrift.dockerfile.DockerfileProblem.BadSyntax;
import dev.tagdrift.dockerfile.Instruction.Arg;
import dev.tagdrift.dockerfile.Instruction.From;
import dev.tagdrift.image.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** A Dockerfile, read once and evaluated for as many builds as there are. */
public final class Dockerfile {
    private final Directives directives;
    private final List<Statement> statements;
    private final List<DockerfileProblem> problems;

    private Dockerfile(Directives directives, List<Statement> statements, List<DockerfileProblem> problems) {
        this.directives = directives;
        this.statements = statements;
        this.problems = problems;
    }

    /** Reads the bytes of a file; never fails, since what is wrong is told by {@link #evaluate}. */
    public static Dockerfile parse(byte[] content) {
        String file = ByteText.of(content);
        LineTable lines = new LineTable(file);
        Directives directives = DirectiveReader.read(file, lines);
        if (directives.foreign()) {
            return new Dockerfile(directives, List.of(), List.of());
        }
        LineReader reader = new LineReader(file, lines, directives.escape(), Heredocs::openedBy);
        List<Statement> statements = reader.read().stream()
                .map(line -> InstructionReader.read(line, directives.escape()))
                .toList();
        List<DockerfileProblem> problems = new ArrayList<>();
        directives.problem().ifPresent(problems::add);
        reader.problem().ifPresent(problems::add);
        misplaced(statements).ifPresent(problems::add);
        return new Dockerfile(directives, onlyFirstUnknown(statements), problems);
    }

    /**
     * The images that one build pulls, from every stage, and what could not be known.
     *
     * @param buildArgs values of {@code --build-arg}
     * @param target the platform that is built for
     */
    public Pulls evaluate(Map<String, String> buildArgs, Platform target) {
        Findings findings = new Evaluation(statements, directives.escape(), buildArgs, target).run();
        problems.forEach(findings::add);
        FromPlatform builder = new FromPlatform(GlobalScope.BUILDER, false);
        directives
                .syntax()
                .ifPresent(word -> findings.image(
                        word, Value.given(word.text()), Pull.Instruction.SYNTAX, Optional.empty(), builder));
        return findings.sorted();
    }

    /** The build arguments that can change what is pulled: others need not be tried. */
    public Set<String> parameters() {
        Set<String> names = new TreeSet<>(GlobalScope.PREDEFINED);
        for (Statement statement : statements) {
            if (statement.instruction() instanceof From) {
                break;
            }
            if (statement.instruction() instanceof Arg arg) {
                arg.declarations().forEach(declared -> names.add(declared.name().written()));
            }
        }
        return names;
    }

    /** What is wrong with the order of the instructions, told once. */
    private static Optional<DockerfileProblem> misplaced(List<Statement> statements) {
        for (Statement statement : statements) {
            if (statement.instruction() instanceof From || isUnknown(statement) || isTemplate(statement)) {
                return Optional.empty();
            }
            if (!(statement.instruction() instanceof Arg)) {
                SourceText keyword = statement.keyword();
                return Optional.of(new BadSyntax(keyword.line(), keyword.written(), SyntaxError.NO_STAGE));
            }
        }
        return Optional.of(
                statements.isEmpty()
                        ? new BadSyntax(1, "", SyntaxError.EMPTY_FILE)
                        : new BadSyntax(statements.getLast().keyword().line(), "FROM", SyntaxError.NO_FROM));
    }

    /** Behind one unknown instruction, such as the text of an unfinished line, others follow: one is told. */
    private static List<Statement> onlyFirstUnknown(List<Statement> statements) {
        Optional<Statement> first =
                statements.stream().filter(Dockerfile::isUnknown).findFirst();
        Predicate<Statement> told = statement ->
                !isUnknown(statement) || first.filter(statement::equals).isPresent();
        return statements.stream().filter(told).toList();
    }

    private static boolean isUnknown(Statement statement) {
        return statement.problems().stream()
                .anyMatch(
                        problem -> problem instanceof BadSyntax bad && bad.reason() == SyntaxError.UNKNOWN_INSTRUCTION);
    }

    private static boolean isTemplate(Statement statement) {
        return statement.problems().stream().anyMatch(DockerfileProblem.Template.class::isInstance);
    }
}
