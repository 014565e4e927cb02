package dev.tagdrift.dockerfile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The stages of a file, in its order. */
final class Stages {
    /** What a stage is built on. */
    sealed interface Origin {
        /** An earlier stage. */
        record Earlier(Stage stage) implements Origin {}

        /** An image, which nobody has seen here. */
        record Image() implements Origin {}

        /** Nothing at all. */
        record Scratch() implements Origin {}

        /** A named context takes the place of the whole stage. */
        record Replaced() implements Origin {}
    }

    /**
     * One stage.
     *
     * @param index from 0
     * @param name as the file writes it
     * @param base what it is built on
     * @param commands its instructions, as far as they matter
     */
    record Stage(int index, Optional<String> name, Origin base, List<Statement> commands) {
        /** What it leaves for the stages that are built on it. */
        List<Statement> triggers() {
            return commands.stream()
                    .flatMap(command -> command.instruction() instanceof Instruction.Onbuild onbuild
                            ? Stream.of(onbuild.trigger())
                            : Stream.empty())
                    .toList();
        }
    }

    private final List<Stage> all = new ArrayList<>();
    private final Map<String, Stage> byName = new HashMap<>();

    /** The stage that FROM means: one so far, by its name in lower case. */
    Optional<Stage> base(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The stage that COPY and RUN mean: any of the file, whatever the case; of two with one name the last. */
    Optional<Stage> named(String name) {
        return base(name.toLowerCase(Locale.ROOT));
    }

    Stage open(Optional<SourceText> name, Origin base) {
        Stage stage = new Stage(all.size(), name.map(SourceText::written), base, new ArrayList<>());
        all.add(stage);
        name.ifPresent(word -> byName.put(word.written().toLowerCase(Locale.ROOT), stage));
        return stage;
    }

    /** The names of those that have one, in lower case. */
    Set<String> names() {
        return byName.keySet();
    }

    List<Stage> all() {
        return all;
    }
}
