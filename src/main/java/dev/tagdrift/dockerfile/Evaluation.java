package dev.tagdrift.dockerfile;

import dev.tagdrift.dockerfile.DockerfileProblem.BadStage;
import dev.tagdrift.dockerfile.DockerfileProblem.BadSyntax;
import dev.tagdrift.dockerfile.Instruction.Arg;
import dev.tagdrift.dockerfile.Instruction.Copy;
import dev.tagdrift.dockerfile.Instruction.Declaration;
import dev.tagdrift.dockerfile.Instruction.From;
import dev.tagdrift.dockerfile.Instruction.Onbuild;
import dev.tagdrift.dockerfile.Instruction.Other;
import dev.tagdrift.dockerfile.Instruction.Run;
import dev.tagdrift.dockerfile.Stages.Stage;
import dev.tagdrift.image.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * One build of a file.
 *
 * <p>Two passes: FROM knows the stages before it only, COPY and RUN must know all of them, to refuse a later one.
 */
final class Evaluation {
    private static final String NO_IMAGE = "scratch";
    private static final Pattern INDEX = Pattern.compile("[+-]?[0-9]{1,18}");

    private final List<Statement> statements;
    private final char escape;
    private final Platform target;
    private final GlobalScope scope;
    private final Findings findings;
    private final Stages stages = new Stages();
    private final List<Runnable> secondPass = new ArrayList<>();

    Evaluation(List<Statement> statements, char escape, Map<String, String> buildArgs, Platform target) {
        this.statements = statements;
        this.escape = escape;
        this.target = target;
        this.scope = new GlobalScope(buildArgs, target, lastStage(statements));
        this.findings = new Findings(new Declarations(statements));
    }

    /** What the build pulls, unsorted. */
    Findings run() {
        for (Statement statement : statements) {
            statement.problems().forEach(findings::add);
            first(statement);
        }
        secondPass.forEach(Runnable::run);
        stages.all().forEach(this::trigger);
        return findings;
    }

    private void first(Statement statement) {
        Instruction instruction = statement.instruction();
        if (instruction instanceof From from) {
            from(from);
        } else if (instruction instanceof Arg arg && stages.all().isEmpty()) {
            arg.declarations().forEach(this::declare);
        } else if (!stages.all().isEmpty()) {
            Stage stage = stages.all().getLast();
            if (instruction instanceof Onbuild onbuild) {
                stage.triggers().add(onbuild.trigger());
            } else {
                secondPass.add(() -> sources(instruction, stage, stage));
            }
        }
    }

    private void declare(Declaration arg) {
        try {
            scope.declare(arg, escape);
        } catch (BadWordException e) {
            SourceText word = arg.fallback().orElse(arg.name());
            findings.add(new BadSyntax(word.line(), word.written(), e.reason()));
        }
    }

    private void from(From from) {
        FromPlatform platform = from.platform()
                .map(word -> FromPlatform.read(word, escape, scope, target, findings))
                .orElse(new FromPlatform(target, false));
        Optional<Stage> base = from.image().flatMap(word -> base(from, word, platform));
        stages.open(from.name(), base);
    }

    /** The earlier stage that a word means; otherwise the image is noted. */
    private Optional<Stage> base(From from, SourceText word, FromPlatform platform) {
        try {
            Value name = Expander.expand(word.text(), escape, scope);
            Optional<Stage> base = stages.base(name.text());
            if (base.isEmpty() && !name.text().equals(NO_IMAGE)) {
                findings.image(word, name, Pull.Instruction.FROM, from.name().map(SourceText::written), platform);
            }
            return base;
        } catch (BadWordException e) {
            findings.add(new BadSyntax(word.line(), word.written(), e.reason()));
            return Optional.empty();
        }
    }

    /** The triggers of the stage that this one is built on; those of its base in turn are spent there. */
    private void trigger(Stage stage) {
        stage.base()
                .ifPresent(base -> base.triggers().forEach(trigger -> {
                    trigger.problems().forEach(findings::add);
                    sources(trigger.instruction(), base, stage);
                }));
    }

    /**
     * Notes what COPY and RUN take files from.
     *
     * @param written the stage that the instruction stands in
     * @param running the stage that it is run in
     */
    private void sources(Instruction instruction, Stage written, Stage running) {
        switch (instruction) {
            case Copy copy -> copy.from().ifPresent(word -> copied(word, written, running));
            case Run run -> run.mounts().forEach(word -> source(word, Pull.Instruction.RUN, written, running));
            case From from -> {}
            case Arg arg -> {}
            case Onbuild onbuild -> {}
            case Other other -> {}
        }
    }

    private void copied(SourceText word, Stage written, Stage running) {
        OptionalInt index = index(word.text());
        if (index.isEmpty()) {
            source(word, Pull.Instruction.COPY, written, running);
        } else if (index.getAsInt() < 0 || index.getAsInt() >= running.index()) {
            bad(word, StageError.BAD_INDEX);
        }
    }

    private static OptionalInt index(String text) {
        return INDEX.matcher(text).matches()
                ? OptionalInt.of(Math.clamp(Long.parseLong(text), -1, Integer.MAX_VALUE))
                : OptionalInt.empty();
    }

    private void source(SourceText word, Pull.Instruction kind, Stage written, Stage running) {
        Optional<Stage> source = stages.named(word.text());
        if (source.isEmpty()) {
            if (!word.text().equals(NO_IMAGE)) {
                // Other than FROM, these take the image for the target, whatever the platform of their stage.
                FromPlatform platform = new FromPlatform(target, false);
                findings.image(word, Value.given(word.text()), kind, written.name(), platform);
            }
        } else if (source.get().index() >= running.index()) {
            boolean itself = source.get().index() == running.index();
            bad(word, itself ? StageError.CIRCULAR : StageError.LATER_STAGE);
        }
    }

    private void bad(SourceText word, StageError error) {
        findings.add(new BadStage(word.line(), word.written(), error));
    }

    private static String lastStage(List<Statement> statements) {
        Optional<SourceText> name = Optional.empty();
        for (Statement statement : statements) {
            if (statement.instruction() instanceof From from) {
                name = from.name();
            }
        }
        return name.map(SourceText::written).filter(text -> !text.isEmpty()).orElse("default");
    }
}
