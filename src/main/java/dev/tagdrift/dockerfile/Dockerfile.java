package dev.tagdrift.dockerfile;

import dev.tagdrift.dockerfile.Instruction.Arg;
import dev.tagdrift.dockerfile.Instruction.From;
import dev.tagdrift.image.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A Dockerfile, read once and evaluated for as many builds as there are. */
public final class Dockerfile {
    private static final String FRONTEND = "BUILDKIT_SYNTAX";

    private final Directives directives;
    private final List<Statement> statements;
    private final List<DockerfileProblem> problems;
    private final boolean begun;

    private Dockerfile(
            Directives directives, List<Statement> statements, List<DockerfileProblem> problems, boolean begun) {
        this.directives = directives;
        this.statements = statements;
        this.problems = problems;
        this.begun = begun;
    }

    /** Reads the bytes of a file; never fails, since what is wrong is told by {@link #evaluate}. */
    public static Dockerfile parse(byte[] content) {
        String file = ByteText.of(content);
        LineTable lines = new LineTable(file);
        Directives directives = DirectiveReader.read(file, lines);
        if (directives.foreign()) {
            return new Dockerfile(directives, List.of(), List.of(), false);
        }
        LineReader reader = new LineReader(file, lines, directives.escape());
        StatementList statements = new StatementList();
        reader.read(line -> statements.add(InstructionReader.read(line, directives.escape())));
        List<DockerfileProblem> problems = new ArrayList<>();
        directives.problem().ifPresent(problems::add);
        reader.problem().ifPresent(problems::add);
        statements.misplaced().ifPresent(problems::add);
        statements.excess().ifPresent(problems::add);
        return new Dockerfile(directives, statements.kept(), problems, statements.isBegun());
    }

    /**
     * The images that one build pulls, from every stage, and what could not be known.
     *
     * @param buildArgs values of {@code --build-arg}
     * @param target the platform that is built for
     */
    public Pulls evaluate(Map<String, String> buildArgs, Platform target) {
        return evaluate(buildArgs, Map.of(), target);
    }

    /**
     * The images that one build pulls, from every stage, and what could not be known.
     *
     * @param buildArgs values of {@code --build-arg}
     * @param contexts values of {@code --build-context}: what takes the place of a stage or an image
     * @param target the platform that is built for
     */
    public Pulls evaluate(Map<String, String> buildArgs, Map<String, String> contexts, Platform target) {
        Build build = new Build(buildArgs, new NamedContexts(contexts), target);
        Evaluation evaluation = new Evaluation(statements, directives.escape(), build);
        Findings findings = evaluation.run();
        problems.forEach(findings::add);
        frontend(buildArgs.getOrDefault(FRONTEND, ""), findings);
        return findings.sorted(evaluation.stages());
    }

    /** The image that reads the file: a build argument goes before the directive. */
    private void frontend(String given, Findings findings) {
        FromPlatform builder = new FromPlatform(GlobalScope.BUILDER, false);
        Findings.Use use = new Findings.Use(Pull.Instruction.SYNTAX, Optional.empty(), builder);
        if (given.isBlank()) {
            directives.syntax().ifPresent(word -> findings.frontend(word, use));
        } else {
            findings.given(given.strip().split(" ", 2)[0], use);
        }
    }

    /** Whether it names the frontend that reads it, or begins with a FROM that can be read: other texts do not. */
    public boolean beginsLikeOne() {
        return begun || directives.syntax().isPresent();
    }

    /** The build arguments that can change what is pulled: others need not be tried. */
    public Set<String> parameters() {
        Set<String> names = new TreeSet<>(GlobalScope.PREDEFINED);
        names.add(FRONTEND);
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
}
