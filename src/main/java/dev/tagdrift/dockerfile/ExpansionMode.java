package dev.tagdrift.dockerfile;

/**
 * What expansion does to a text.
 *
 * @param readsQuotes whether quotes have a meaning
 * @param keepsQuotes whether they stay
 * @param keepsEscapes whether escape characters stay
 * @param keepsUnset whether a variable that is not set stays as it is written
 */
record ExpansionMode(boolean readsQuotes, boolean keepsQuotes, boolean keepsEscapes, boolean keepsUnset) {
    /** An operand. */
    static final ExpansionMode WORD = new ExpansionMode(true, false, false, false);

    /** The text of a heredoc. */
    static final ExpansionMode DOCUMENT = new ExpansionMode(false, false, false, false);

    /** A line that is searched for heredocs. */
    static final ExpansionMode LINE = new ExpansionMode(true, true, true, true);

    /** The word that ends a heredoc. */
    static final ExpansionMode TERMINATOR = new ExpansionMode(true, false, false, true);
}
