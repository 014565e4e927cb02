package dev.tagdrift.dockerfile;

import java.util.List;
import java.util.Optional;

/** An instruction, as far as it matters for what is pulled. */
sealed interface Instruction {
    /**
     * Begins a stage.
     *
     * @param image the base; missing if the operands cannot be told apart
     * @param platform the value of {@code --platform}
     * @param name of the stage
     */
    record From(Optional<SourceText> image, Optional<SourceText> platform, Optional<SourceText> name)
            implements Instruction {}

    /**
     * Declares build arguments.
     *
     * @param declarations in the order of the line
     */
    record Arg(List<Declaration> declarations) implements Instruction {}

    /**
     * One build argument.
     *
     * @param name of the variable
     * @param fallback the default, not yet expanded
     */
    record Declaration(SourceText name, Optional<SourceText> fallback) {}

    /**
     * Sets variables for the instructions that follow in the stage.
     *
     * @param assignments in the order of the line
     */
    record Env(List<Assignment> assignments) implements Instruction {}

    /**
     * One variable.
     *
     * @param name not yet expanded
     * @param value not yet expanded
     */
    record Assignment(SourceText name, SourceText value) {}

    /**
     * Goes to a folder.
     *
     * @param folder not yet expanded
     */
    record Workdir(SourceText folder) implements Instruction {}

    /**
     * Copies from an image or a stage.
     *
     * @param from the value of {@code --from}
     */
    record Copy(Optional<SourceText> from) implements Instruction {}

    /**
     * Runs with mounts.
     *
     * @param mounts in the order of the line, whether from an image or not
     */
    record Run(List<Mount> mounts) implements Instruction {}

    /**
     * Leaves an instruction for the stages that are built on this one.
     *
     * @param trigger that instruction; what is wrong with it is wrong only where it is triggered
     */
    record Onbuild(Statement trigger) implements Instruction {}

    /** Any other: it pulls nothing. */
    record Other() implements Instruction {}
}
