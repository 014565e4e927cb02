package dev.tagdrift.image;

/** Says that a text names no image, and which rule of the grammar it breaks. */
public final class InvalidReferenceException extends Exception {
    private static final long serialVersionUID = 1L;

    /** The rules that a text can break. */
    public enum Reason {
        /** There is nothing to read. */
        EMPTY,
        /** The text does not fit the grammar in some other way. */
        MALFORMED,
        /** The repository's path has upper-case letters. */
        UPPER_CASE,
        /** The tag has characters that a tag may not have, or more than 128. */
        BAD_TAG,
        /** What follows {@code @} is not a full digest of a known algorithm. */
        BAD_DIGEST,
        /** The repository's path has more than 255 characters, with {@code library/} where that is implied. */
        TOO_LONG,
        /** The name is 64 hexadecimal digits, which Docker keeps for image ids. */
        LOOKS_LIKE_ID
    }

    private final Reason reason;
    private final String text;

    InvalidReferenceException(Reason reason, String text) {
        super(reason + ": " + text);
        this.reason = reason;
        this.text = text;
    }

    /** The rule that is broken. */
    public Reason reason() {
        return reason;
    }

    /** The text as it was given. */
    public String text() {
        return text;
    }
}
