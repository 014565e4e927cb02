package dev.tagdrift.dockerfile;

import dev.tagdrift.dockerfile.BuildStage.Root;
import dev.tagdrift.dockerfile.DockerfileProblem.BadStage;
import dev.tagdrift.dockerfile.DockerfileProblem.BadSyntax;
import dev.tagdrift.dockerfile.Instruction.Arg;
import dev.tagdrift.dockerfile.Instruction.Declaration;
import dev.tagdrift.dockerfile.Instruction.From;
import dev.tagdrift.dockerfile.Stages.Origin;
import dev.tagdrift.dockerfile.Stages.Stage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One build of a file.
 *
 * <p>First the stages are told apart, since FROM knows those before it only; then {@link StageSources} looks at what
 * COPY and RUN take from where, which needs all of them; at last {@link StageWords} runs through each stage.
 */
final class Evaluation {
    private static final String NO_IMAGE = "scratch";

    private final List<Statement> statements;
    private final char escape;
    private final Build build;
    private final GlobalScope scope;
    private final Findings findings;
    private final Stages stages = new Stages();

    Evaluation(List<Statement> statements, char escape, Build build) {
        this.statements = statements;
        this.escape = escape;
        this.build = build;
        this.scope = new GlobalScope(build.args(), build.target(), lastStage(statements));
        this.findings = new Findings(new Declarations(statements), build.contexts());
    }

    /** The stages of the build, when it has run. */
    List<BuildStage> stages() {
        return stages.told();
    }

    /** What the build pulls, unsorted. */
    Findings run() {
        for (Statement statement : statements) {
            statement.problems().forEach(findings::add);
            switch (statement.instruction()) {
                case From from -> from(from, statement.keyword().line());
                case Arg arg when stages.all().isEmpty() -> arg.declarations().forEach(this::declare);
                default -> {
                    if (!stages.all().isEmpty()) {
                        stages.all().getLast().commands().add(statement);
                    }
                }
            }
        }
        new StageSources(stages, build.target(), findings).run();
        new StageWords(stages, escape, scope, findings).run();
        return findings;
    }

    private void declare(Declaration arg) {
        try {
            scope.declare(arg, escape);
        } catch (BadWordException e) {
            SourceText word = arg.fallback().orElse(arg.name());
            findings.add(new BadSyntax(word.line(), word.written(), e.reason()));
        }
    }

    private void from(From from, int line) {
        FromPlatform platform = from.platform()
                .map(word -> FromPlatform.read(word, escape, scope, build.target(), findings))
                .orElse(new FromPlatform(build.target(), false));
        Origin base = from.image().map(word -> base(from, word, platform)).orElse(new Origin.Image(new Root.Unknown()));
        stages.open(from.name(), line, base);
    }

    private Origin base(From from, SourceText word, FromPlatform platform) {
        Optional<String> name = from.name().map(SourceText::written);
        Findings.Use use = new Findings.Use(Pull.Instruction.FROM, name, platform);
        try {
            Value image = Expander.expand(word.written(), escape, scope);
            Optional<String> context =
                    name.flatMap(stage -> build.contexts().source(stage.toLowerCase(Locale.ROOT), platform.platform()));
            if (context.isPresent()) {
                findings.reference(word, image);
                return new Origin.Replaced(findings.context(word, context.get(), use));
            }
            return base(word, image, use);
        } catch (BadWordException e) {
            findings.add(new BadSyntax(word.line(), word.written(), e.reason()));
            return new Origin.Image(new Root.Unknown());
        }
    }

    /** The earlier stage that a word means; otherwise the image is noted. */
    private Origin base(SourceText word, Value image, Findings.Use use) {
        Optional<Stage> stage = stages.base(image.text());
        if (stage.isPresent()) {
            return new Origin.Earlier(stage.get());
        }
        if (image.text().equals(NO_IMAGE)) {
            return new Origin.Scratch();
        }
        Optional<StageError> mistaken = mistakenStage(image.text());
        if (mistaken.isPresent()) {
            findings.add(new BadStage(word.line(), word.written(), mistaken.get()));
            return new Origin.Image(new Root.Unknown());
        }
        return new Origin.Image(findings.image(word, image, use));
    }

    /** No image has upper case in its name: who writes it, and has a stage of that name, means the stage. */
    private Optional<StageError> mistakenStage(String image) {
        String name = image.toLowerCase(Locale.ROOT);
        if (name.equals(image)) {
            return Optional.empty();
        }
        if (stages.base(name).isPresent()) {
            return Optional.of(StageError.UPPER_CASE);
        }
        return stageNames(statements).anyMatch(name::equals) ? Optional.of(StageError.LATER_STAGE) : Optional.empty();
    }

    private static String lastStage(List<Statement> statements) {
        Optional<SourceText> name = Optional.empty();
        for (Statement statement : statements) {
            if (statement.instruction() instanceof From from) {
                name = from.name();
            }
        }
        return name.map(Evaluation::lowerCase).filter(text -> !text.isEmpty()).orElse("default");
    }

    private static Stream<String> stageNames(List<Statement> statements) {
        return statements.stream()
                .flatMap(statement ->
                        statement.instruction() instanceof From from ? from.name().stream() : Stream.empty())
                .map(Evaluation::lowerCase);
    }

    private static String lowerCase(SourceText name) {
        return name.written().toLowerCase(Locale.ROOT);
    }
}
