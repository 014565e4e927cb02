package dev.tagdrift.dockerfile;

import dev.tagdrift.dockerfile.DockerfileProblem.Declaration;
import dev.tagdrift.dockerfile.Instruction.Arg;
import dev.tagdrift.dockerfile.Instruction.From;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Where a file declares its variables, and which of them FROM sees without a value: for the words of a problem. */
final class Declarations {
    private final Map<String, Declaration> byName = new HashMap<>();
    private final SortedSet<String> visible = new TreeSet<>();

    Declarations(List<Statement> statements) {
        boolean before = true;
        for (Statement statement : statements) {
            if (statement.instruction() instanceof From) {
                before = false;
            } else if (statement.instruction() instanceof Arg arg) {
                for (Instruction.Declaration declared : arg.declarations()) {
                    add(declared, before);
                }
            }
        }
    }

    /** The first declaration; an ARG with a default that comes too late for another ARG is none. */
    Optional<Declaration> of(String variable) {
        return Optional.ofNullable(byName.get(variable));
    }

    /** The variables that FROM sees, by name. */
    List<String> visible() {
        return List.copyOf(visible);
    }

    private void add(Instruction.Declaration declared, boolean before) {
        if (before) {
            visible.add(declared.name().written());
        }
        boolean hasDefault = declared.fallback().filter(word -> !word.isEmpty()).isPresent();
        if (!before || !hasDefault) {
            byName.putIfAbsent(
                    declared.name().written(), new Declaration(declared.name().line(), before));
        }
    }
}
