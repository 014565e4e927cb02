package dev.tagdrift.dockerfile;

import dev.tagdrift.dockerfile.BuildStage.Copied;
import dev.tagdrift.dockerfile.BuildStage.Root;
import dev.tagdrift.dockerfile.DockerfileProblem.BadStage;
import dev.tagdrift.dockerfile.DockerfileProblem.BadSyntax;
import dev.tagdrift.dockerfile.Instruction.Copy;
import dev.tagdrift.dockerfile.Instruction.Run;
import dev.tagdrift.dockerfile.Stages.Origin;
import dev.tagdrift.dockerfile.Stages.Stage;
import dev.tagdrift.image.Platform;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Looks at what COPY and RUN take files from: a stage, by name or index, or an image.
 *
 * <p>Behind the stages of the file BuildKit numbers everything else that is taken from, in the order of the file, even
 * the empty context of a mount. Such a number can be copied from as well, and pulls nothing more.
 */
final class StageSources {
    private static final String NO_IMAGE = "scratch";
    private static final Pattern INDEX = Pattern.compile("[+-]?[0-9]{1,40}");
    private static final BigInteger MAX_INDEX = BigInteger.valueOf(Long.MAX_VALUE);
    private static final BigInteger MIN_INDEX = BigInteger.valueOf(Long.MIN_VALUE);

    /** Many stages on one with many triggers would not be linear. */
    private static final int MAX_TRIGGERED = 1_000_000;

    private final Stages stages;
    private final Platform target;
    private final Findings findings;
    private int sources;
    private int triggered;

    StageSources(Stages stages, Platform target, Findings findings) {
        this.stages = stages;
        this.target = target;
        this.findings = findings;
        this.sources = stages.all().size();
    }

    void run() {
        for (Stage stage : stages.all()) {
            stage.commands().forEach(command -> take(command, stage, stage));
        }
        stages.all().forEach(this::trigger);
    }

    /** The triggers of the stage that this one is built on; those of its base in turn are spent there. */
    private void trigger(Stage stage) {
        if (!(stage.base() instanceof Origin.Earlier earlier) || triggered > MAX_TRIGGERED) {
            return;
        }
        for (Statement trigger : earlier.stage().triggers()) {
            if (++triggered > MAX_TRIGGERED) {
                SourceText keyword = trigger.keyword();
                findings.add(new BadSyntax(keyword.line(), keyword.written(), SyntaxError.TOO_MANY));
                return;
            }
            trigger.problems().forEach(findings::add);
            take(trigger, earlier.stage(), stage);
        }
    }

    /**
     * Notes what an instruction takes files from.
     *
     * @param written the stage that the instruction stands in
     * @param running the stage that it is run in
     */
    private void take(Statement statement, Stage written, Stage running) {
        if (statement.instruction() instanceof Copy copy) {
            copy.from().ifPresent(word -> copied(word, written, running));
        } else if (statement.instruction() instanceof Run run) {
            run.mounts().forEach(mount -> mounted(mount, written, running));
        }
    }

    private void mounted(Mount mount, Stage written, Stage running) {
        Optional<Stage> scratch = stages.named(NO_IMAGE);
        if (mount.from().isPresent()) {
            source(mount.from().get(), Pull.Instruction.RUN, written, running);
        } else if (scratch.isEmpty()) {
            sources++;
        } else if (scratch.get().index() == running.index() || mount.isCache()) {
            checkOrder(mount.whole(), scratch.get(), running);
        }
    }

    private void copied(SourceText word, Stage written, Stage running) {
        Optional<BigInteger> index = index(word.text());
        if (index.isEmpty()) {
            running.copies().add(new Copied(word.line(), source(word, Pull.Instruction.COPY, written, running)));
        } else if (index.get().signum() < 0 || index.get().compareTo(BigInteger.valueOf(sources)) >= 0) {
            bad(word, StageError.BAD_INDEX);
        } else if (index.get().intValue() < stages.all().size()) {
            Stage source = stages.all().get(index.get().intValue());
            checkOrder(word, source, running);
            running.copies().add(new Copied(word.line(), source.root()));
        }
    }

    /** A number too large for a machine word is a name. */
    private static Optional<BigInteger> index(String text) {
        if (!INDEX.matcher(text).matches()) {
            return Optional.empty();
        }
        BigInteger index = new BigInteger(text.startsWith("+") ? text.substring(1) : text);
        return Optional.of(index)
                .filter(number -> number.compareTo(MAX_INDEX) <= 0 && number.compareTo(MIN_INDEX) >= 0);
    }

    private Root source(SourceText word, Pull.Instruction kind, Stage written, Stage running) {
        Optional<Stage> source = stages.named(word.written());
        if (source.isPresent()) {
            checkOrder(word, source.get(), running);
            return source.get().root();
        }
        sources++;
        if (word.text().equals(NO_IMAGE)) {
            return new Root.Nothing();
        }
        // Other than FROM, these take the image for the target, whatever the platform of their stage.
        FromPlatform platform = new FromPlatform(target, false);
        return findings.image(word, Value.given(word.written()), new Findings.Use(kind, written.name(), platform));
    }

    private void checkOrder(SourceText word, Stage source, Stage running) {
        if (source.index() >= running.index()) {
            boolean itself = source.index() == running.index();
            bad(word, itself ? StageError.CIRCULAR : StageError.LATER_STAGE);
        }
    }

    private void bad(SourceText word, StageError error) {
        findings.add(new BadStage(word.line(), word.written(), error));
    }
}
