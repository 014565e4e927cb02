package dev.tagdrift.dockerfile;

import dev.tagdrift.dockerfile.BuildStage.Root;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The stages of a file, in its order. */
final class Stages {
    /** What a stage is built on. */
    sealed interface Origin {
        /** An earlier stage. */
        record Earlier(Stage stage) implements Origin {}

        /** An image, which nobody has seen here. */
        record Image(Root base) implements Origin {}

        /** Nothing at all. */
        record Scratch() implements Origin {}

        /** A named context takes the place of the whole stage. */
        record Replaced(Root base) implements Origin {}
    }

    /**
     * One stage.
     *
     * @param index from 0
     * @param name as the file writes it
     * @param line of its FROM
     * @param base what it is built on
     * @param root what the first stage of its chain begins with
     * @param commands its instructions, as far as they matter
     * @param copies what it takes from elsewhere
     */
    record Stage(
            int index,
            Optional<String> name,
            int line,
            Origin base,
            Root root,
            List<Statement> commands,
            List<BuildStage.Copied> copies) {
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

    Stage open(Optional<SourceText> name, int line, Origin base) {
        Stage stage = new Stage(
                all.size(),
                name.map(SourceText::written),
                line,
                base,
                root(base),
                new ArrayList<>(),
                new ArrayList<>());
        all.add(stage);
        name.ifPresent(word -> byName.put(word.written().toLowerCase(Locale.ROOT), stage));
        return stage;
    }

    private static Root root(Origin origin) {
        return switch (origin) {
            case Origin.Earlier earlier -> earlier.stage().root();
            case Origin.Image image -> image.base();
            case Origin.Replaced replaced -> replaced.base();
            case Origin.Scratch scratch -> new Root.Nothing();
        };
    }

    List<Stage> all() {
        return all;
    }

    /** The same for those who need not know how stages are built on each other. */
    List<BuildStage> told() {
        return all.stream()
                .map(stage -> new BuildStage(stage.index(), stage.name(), stage.line(), stage.root(), stage.copies()))
                .toList();
    }
}
