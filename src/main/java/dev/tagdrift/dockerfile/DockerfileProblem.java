package dev.tagdrift.dockerfile;

import dev.tagdrift.image.InvalidReferenceException;
import java.util.List;
import java.util.Optional;

/** Why an image name cannot be read out of a Dockerfile. */
public sealed interface DockerfileProblem {
    /** The line of the words, from 1. */
    int line();

    /** The words as they stand in the file. */
    String written();

    /**
     * A variable of an image name has no value.
     *
     * @param line of the name
     * @param written the name, with its variables
     * @param variable that has no value
     * @param declared where and how the file declares it, if it does
     * @param visible the variables that FROM does see, one of which may be meant
     */
    record UnresolvedVariable(
            int line, String written, String variable, Optional<Declaration> declared, List<String> visible)
            implements DockerfileProblem {
        /** Copies the list. */
        public UnresolvedVariable {
            visible = List.copyOf(visible);
        }
    }

    /**
     * An ARG that declares a variable without giving it a value that the image name could see.
     *
     * @param line of the ARG
     * @param beforeFirstFrom whether FROM sees it; if not, the declaration comes too late
     */
    record Declaration(int line, boolean beforeFirstFrom) {}

    /**
     * The expanded name is no image reference.
     *
     * @param line of the name
     * @param written the name, with its variables
     * @param expanded the name, with their values
     * @param reason the rule it breaks
     */
    record BadReference(int line, String written, String expanded, InvalidReferenceException.Reason reason)
            implements DockerfileProblem {}

    /**
     * BuildKit would refuse the line.
     *
     * @param line of the words
     * @param written the words
     * @param reason what is wrong
     */
    record BadSyntax(int line, String written, SyntaxError reason) implements DockerfileProblem {}

    /**
     * A stage cannot be used so.
     *
     * @param line of the words
     * @param written the words
     * @param reason what is wrong
     */
    record BadStage(int line, String written, StageError reason) implements DockerfileProblem {}

    /**
     * The file is a template that something else makes Dockerfiles from.
     *
     * @param line of the first template expression
     * @param written that expression
     */
    record Template(int line, String written) implements DockerfileProblem {}
}
