package dev.tagdrift.dockerfile;

/** Ends the expansion of a word that BuildKit would refuse. */
final class BadWordException extends Exception {
    private static final long serialVersionUID = 1L;

    private final SyntaxError reason;

    BadWordException(SyntaxError reason) {
        super(reason.toString(), null, false, false);
        this.reason = reason;
    }

    SyntaxError reason() {
        return reason;
    }
}
