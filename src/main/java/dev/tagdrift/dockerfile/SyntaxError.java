package dev.tagdrift.dockerfile;

/** What BuildKit refuses about the form of a line. */
public enum SyntaxError {
    /** FROM has no operand, or more than {@code image [AS name]}. */
    FROM_OPERANDS,
    /** A quote is not closed. */
    UNCLOSED_QUOTE,
    /** A substitution is not closed, or has no variable with a known modifier in it. */
    BAD_SUBSTITUTION,
    /** A heredoc has no end. */
    UNCLOSED_HEREDOC,
    /** The first word is no instruction. */
    UNKNOWN_INSTRUCTION,
    /** An instruction that needs a stage stands before the first FROM. */
    NO_STAGE,
    /** A flag is unknown, misses its value or is given twice. */
    BAD_FLAG,
    /** A {@code --mount} cannot be read. */
    BAD_MOUNT,
    /** The value of {@code --platform} is no platform. */
    BAD_PLATFORM,
    /** {@code COPY --from} or {@code --mount=from=} has a variable, which BuildKit does not expand there. */
    VARIABLE_NOT_ALLOWED,
    /** The file has no instruction at all. */
    EMPTY_FILE,
    /** An ARG has no name, or the operands of another instruction are missing. */
    MISSING_OPERAND,
    /** A substitution with {@code ?} says that a value must be given. */
    REQUIRED_VARIABLE,
    /** The file has instructions, but no FROM among them. */
    NO_FROM,
    /** A parser directive is given twice, or its value is none that it can have. */
    BAD_DIRECTIVE,
    /** An instruction that ONBUILD cannot trigger: FROM, MAINTAINER or another ONBUILD. */
    BAD_TRIGGER,
    /** A JSON array has something else than strings in it, or SHELL has no such array. */
    NOT_STRINGS,
    /** ENV or LABEL has a word that is no {@code name=value}. */
    NO_ASSIGNMENT,
    /** The destination of COPY or ADD is a heredoc. */
    BAD_HEREDOC,
    /** A line is longer than the 65,535 characters that BuildKit reads. */
    LINE_TOO_LONG,
    /**
     * A word nests substitutions more than 200 deep, variables grow to megabytes, or an instruction is longer than a
     * megabyte; only tagdrift refuses it.
     */
    TOO_COMPLEX,
    /** The file has more than 200,000 instructions that could matter; only tagdrift refuses it. */
    TOO_MANY
}
