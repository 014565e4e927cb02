package dev.tagdrift.dockerfile;

import dev.tagdrift.dockerfile.DockerfileProblem.BadSyntax;
import dev.tagdrift.dockerfile.Instruction.Arg;
import dev.tagdrift.dockerfile.Instruction.Assignment;
import dev.tagdrift.dockerfile.Instruction.Declaration;
import dev.tagdrift.dockerfile.Instruction.Env;
import dev.tagdrift.dockerfile.Instruction.Run;
import dev.tagdrift.dockerfile.Instruction.Workdir;
import dev.tagdrift.dockerfile.Stages.Origin;
import dev.tagdrift.dockerfile.Stages.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs through the instructions of each stage and notes the words and mounts that BuildKit would refuse there. */
final class StageWords {
    private static final int SHOWN = 60;

    private final Stages stages;
    private final char escape;
    private final GlobalScope global;
    private final Findings findings;
    private final List<StageScope> scopes = new ArrayList<>();

    StageWords(Stages stages, char escape, GlobalScope global, Findings findings) {
        this.stages = stages;
        this.escape = escape;
        this.global = global;
        this.findings = findings;
    }

    void run() {
        int triggered = 0;
        for (Stage stage : stages.all()) {
            StageScope scope = scope(stage.base());
            scopes.add(scope);
            if (stage.base() instanceof Origin.Earlier earlier && triggered < 1_000_000) {
                List<Statement> triggers = earlier.stage().triggers();
                triggered += triggers.size();
                triggers.forEach(trigger -> check(trigger, scope));
            }
            if (!(stage.base() instanceof Origin.Replaced)) {
                stage.commands().forEach(command -> check(command, scope));
            }
        }
    }

    private StageScope scope(Origin base) {
        return switch (base) {
            case Origin.Earlier earlier -> scopes.get(earlier.stage().index()).next();
            case Origin.Image image -> StageScope.first(global, true);
            case Origin.Replaced replaced -> StageScope.first(global, true);
            case Origin.Scratch scratch -> StageScope.first(global, false);
        };
    }

    private void check(Statement statement, StageScope scope) {
        statement.words().forEach(word -> check(word, scope));
        switch (statement.instruction()) {
            case Arg arg -> arg.declarations().forEach(declared -> declare(declared, scope));
            case Env env -> set(env, scope);
            case Workdir workdir -> enter(workdir, scope);
            case Run run -> run.mounts().forEach(mount -> check(mount, scope));
            default -> {}
        }
    }

    private void check(Word word, StageScope scope) {
        try {
            if (word.document()) {
                Expander.check(word.text(), scope);
            } else {
                Expander.expand(word.text(), escape, scope);
            }
        } catch (BadWordException e) {
            bad(word.document() ? firstSubstitution(word.place()) : word.place(), e);
        }
    }

    /** A piece of a document that is short enough to show. */
    private static SourceText firstSubstitution(SourceText document) {
        int start = Math.max(0, document.text().indexOf("${"));
        int lineEnd = document.text().indexOf('\n', start);
        int end = lineEnd < 0 ? document.length() : lineEnd;
        return document.sub(start, Math.min(end, start + SHOWN));
    }

    private void declare(Declaration declared, StageScope scope) {
        try {
            scope.declare(declared, escape).ifPresent(findings::handedDown);
        } catch (BadWordException e) {
            bad(declared.fallback().orElse(declared.name()), e);
        }
    }

    /** All values are expanded before the first is set. */
    private void set(Env env, StageScope scope) {
        List<Runnable> changes = new ArrayList<>();
        for (Assignment assignment : env.assignments()) {
            Optional<Value> name = expanded(assignment.name(), scope);
            Optional<Value> value = expanded(assignment.value(), scope);
            if (name.isPresent() && value.isPresent()) {
                changes.add(() -> scope.set(name.get().text(), value.get()));
            }
        }
        changes.forEach(Runnable::run);
    }

    private Optional<Value> expanded(SourceText word, StageScope scope) {
        try {
            return Optional.of(Expander.expand(word.written(), escape, scope));
        } catch (BadWordException e) {
            bad(word, e);
            return Optional.empty();
        }
    }

    private void enter(Workdir workdir, StageScope scope) {
        try {
            scope.enter(
                    Expander.expand(workdir.folder().written(), escape, scope).text());
        } catch (BadWordException e) {
            // Told already, as a word of the line.
        }
    }

    private void check(Mount mount, StageScope scope) {
        MountRules.broken(mount, scope, escape).ifPresent(error -> {
            SourceText whole = mount.whole();
            findings.add(new BadSyntax(whole.line(), whole.written(), error));
        });
    }

    private void bad(SourceText word, BadWordException e) {
        findings.add(new BadSyntax(word.line(), word.written(), e.reason()));
    }
}
